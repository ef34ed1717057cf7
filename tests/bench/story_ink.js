// The bench's story in inkjs: story_ink.js FOLDER FILE TIMES. FOLDER is where npm installed inkjs.
// Prints what bench_yarn prints. Lines that begin with ">>> " are commands, as ink's games have them.
"use strict";
const fs = require("fs");
const path = require("path");
const { Compiler } = require(require.resolve("inkjs/full", { paths: [path.resolve(process.argv[2])] }));

class Counts {
    constructor(sums) {
        Object.assign(this, { lines: 0, options: 0, commands: 0, bytes: 0, checksum: 2166136261, random: 42, sums });
    }
    addByte(byte) {
        this.checksum = Math.imul(this.checksum ^ byte, 16777619) >>> 0;
    }
    text(kind, text) {
        this.bytes += text.length;
        if (this.sums) {
            this.addByte(kind.charCodeAt(0));
            for (const byte of Buffer.from(text)) this.addByte(byte);
        }
    }
    pick(enabled) {
        this.options++;
        this.random = (Math.imul(this.random, 1664525) + 1013904223) >>> 0;
        return (this.random >>> 16) % enabled;
    }
}

function play(story, counts) {
    for (;;) {
        while (story.canContinue) {
            const text = story.Continue().trim();
            if (text.startsWith(">>> ")) {
                counts.commands++;
                counts.text("c", text.slice(4));
            } else if (text) {
                counts.lines++;
                counts.text("l", text);
            }
        }
        const choices = story.currentChoices;
        if (choices.length === 0) return;
        for (const choice of choices) counts.text("o", choice.text);
        story.ChooseChoiceIndex(counts.pick(choices.length));
    }
}

function main() {
    const source = fs.readFileSync(process.argv[3], "utf8");
    const times = Number(process.argv[4]);
    const before = process.memoryUsage().rss;
    let compileMs = Infinity;
    let playMs = Infinity;
    let summed = null;
    for (let i = 0; i <= times; i++) {
        let start = performance.now();
        const story = new Compiler(source).Compile();
        if (i > 0 || times === 0) compileMs = Math.min(compileMs, performance.now() - start);
        const counts = new Counts(i === 0);
        summed = summed || counts;
        start = performance.now();
        play(story, counts);
        if (i > 0 || times === 0) playMs = Math.min(playMs, performance.now() - start);
    }
    for (const name of ["lines", "options", "commands", "checksum"]) console.log(name, summed[name]);
    console.log("compile_ms", compileMs.toFixed(3));
    console.log("play_rate", Math.round(summed.lines / playMs * 1e3));
    console.log("resident_more", process.resourceUsage().maxRSS * 1024 - before);
}

main();
