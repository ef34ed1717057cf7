#!/usr/bin/env python3
"""Writes the stories that the bench compiles and plays; the same arguments give the same bytes.

    story_make.py story NODES ROUNDS FOLDER    story.yarn, story.lua and story.ink: one branching story, three engines
    story_make.py case NAME FILE               one of CASES: what makes a compiler slow, deep or large

A node of the story has 29 lines of Yarn: lines with speakers, values and markup, a condition of
three ways, a command and a choice of three, one of which may be disabled. Nothing of Python's
own random numbers is used: they may change between versions.
"""
import pathlib
import sys

WORDS = ("message friend online photo password share private trust adult teacher game account click link prize stranger "
         "school class phone tablet profile picture secret safe report block kind mean rumour group chat video call name "
         "address rule family parent help ask think before posting today again").split()
SPEAKERS = ["Amina", "Leo", "Sango", "Mia", "Teacher", "Narrator"]

YARN_NODE = """\
title: N{i}
tags: chapter{chapter} generated
---
{w[0]}: {a[0]} #line:{id}0
{w[1]}: Scene {i}, your score is {{$score}} and trust is {{$trust}}. {a[1]} #line:{id}1
<<set $score = $score + 1>>
<<if $score % 2 == 0>>
    {w[2]}: {a[2]} #line:{id}2
<<elseif $score % 3 == 0>>
    {w[3]}: {a[3]} #line:{id}3
<<else>>
    {w[4]}: {a[4]} #line:{id}4
<<endif>>
<<show_message chat {i}>>
-> {o[0]} <<if $trust > 0>> #line:{id}a
    {w[5]}: {a[5]} #line:{id}5
    <<set $score = $score + 2>>
-> {o[1]} #line:{id}b
    {w[6]}: {a[6]} #line:{id}6
    <<set $trust = $trust - 1>>
-> {o[2]} #line:{id}c
    {w[7]}: {a[7]} #line:{id}7
    <<set $trust = $trust + 1>>
{w[8]}: Remember, [b]{word}[/b] matters. {a[8]} #line:{id}8
<<if $score % 7 == 3>>
    <<jump {skip}>>
<<endif>>
<<jump {next}>>
===
"""

# yield(1, text): a line. yield(2, text): a command. yield(3, text, enabled, ...): options, gives the number chosen.
LUA_NODE = """\
N[{i}] = function()
yield(1, "{w[0]}: {a[0]}")
yield(1, "{w[1]}: Scene {i}, your score is " .. score .. " and trust is " .. trust .. ". {a[1]}")
score = score + 1
if score % 2 == 0 then yield(1, "{w[2]}: {a[2]}")
elseif score % 3 == 0 then yield(1, "{w[3]}: {a[3]}")
else yield(1, "{w[4]}: {a[4]}") end
yield(2, "show_message chat {i}")
local chosen = yield(3, "{o[0]}", trust > 0, "{o[1]}", true, "{o[2]}", true)
if chosen == 1 then yield(1, "{w[5]}: {a[5]}") score = score + 2
elseif chosen == 2 then yield(1, "{w[6]}: {a[6]}") trust = trust - 1
else yield(1, "{w[7]}: {a[7]}") trust = trust + 1 end
yield(1, "{w[8]}: Remember, [b]{word}[/b] matters. {a[8]}")
if score % 7 == 3 then return {skip_number} end
return {next_number}
end
"""

INK_NODE = """\
=== N{i} ===
{w[0]}: {a[0]} # {id}0
{w[1]}: Scene {i}, your score is {{score}} and trust is {{trust}}. {a[1]} # {id}1
~ score = score + 1
{{
- score % 2 == 0:
    {w[2]}: {a[2]} # {id}2
- score % 3 == 0:
    {w[3]}: {a[3]} # {id}3
- else:
    {w[4]}: {a[4]} # {id}4
}}
>>> show_message chat {i}
+ {{trust > 0}} [{o[0]}]
    {w[5]}: {a[5]} # {id}5
    ~ score = score + 2
+ [{o[1]}]
    {w[6]}: {a[6]} # {id}6
    ~ trust = trust - 1
+ [{o[2]}]
    {w[7]}: {a[7]} # {id}7
    ~ trust = trust + 1
- {w[8]}: Remember, \\[b\\]{word}\\[/b\\] matters. {a[8]} # {id}8
{{ score % 7 == 3:
    -> {skip}
}}
-> {next}
"""


class Random:
    """Numerical Recipes' 32-bit sequence; the engines choose their options with it too."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 16) % limit

    def sentence(self, least, most):
        words = [WORDS[self.below(len(WORDS))] for _ in range(least + self.below(most - least + 1))]
        return " ".join(words).capitalize() + "."


def node_values(random, i, count):
    last = i + 1 >= count
    skip = min(i + 2, count - 1)
    return {"i": i, "id": f"n{i:05d}", "chapter": i // 50, "word": WORDS[i % len(WORDS)],
            "w": [SPEAKERS[random.below(len(SPEAKERS))] for _ in range(9)],
            "a": [random.sentence(6, 14) for _ in range(9)],
            "o": [random.sentence(3, 6) for _ in range(3)],
            "next": "Loop" if last else f"N{i + 1}", "skip": "Loop" if last else f"N{skip}",
            "next_number": -1 if last else i + 1, "skip_number": -1 if last else skip}


def story(count, rounds):
    """The texts of the story by file ending."""
    random = Random(20240601)
    nodes = [node_values(random, i, count) for i in range(count)]
    return {
        "yarn": "title: Start\n---\n<<declare $score = 0>>\n<<declare $trust = 5>>\n<<declare $round = 0>>\n<<jump N0>>\n===\n"
                + "".join(YARN_NODE.format(**node) for node in nodes)
                + f"title: Loop\n---\n<<set $round = $round + 1>>\n<<if $round < {rounds}>>\n    <<jump N0>>\n<<endif>>\n"
                + "Narrator: The end. Your score is {$score}. #line:theend\n===\n",
        "lua": "local yield = coroutine.yield\nlocal score, trust, round = 0, 5, 0\nlocal N = {}\n"
               + "".join(LUA_NODE.format(**node) for node in nodes)
               + "return function()\nlocal at = 0\nwhile at >= 0 do\nat = N[at]()\n"
               + f"if at < 0 then round = round + 1 if round < {rounds} then at = 0 end end\nend\n"
               + 'yield(1, "Narrator: The end. Your score is " .. score .. ".")\nend\n',
        "ink": "VAR score = 0\nVAR trust = 5\nVAR round = 0\n-> N0\n"
               + "".join(INK_NODE.format(**node) for node in nodes)
               + f"=== Loop ===\n~ round = round + 1\n{{ round < {rounds}:\n    -> N0\n}}\n"
               + "Narrator: The end. Your score is {score}. # theend\n-> END\n",
    }


def write_story(count, rounds, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for ending, text in story(count, rounds).items():
        (folder / f"story.{ending}").write_text(text, newline="\n")


def start(body):
    return "title: Start\n---\n" + body + "\n===\n"


def chain(links):
    """Each variable is known only through the next one; none is declared."""
    sets = "".join(f"<<set $v{i} = $v{i + 1} + $v{i + 1}>>\n" for i in range(links))
    return start(sets + f"<<set $v{links} = 1>>\n{{$v0}}")


def nodes(count):
    return start("<<jump N0>>") + "".join(
        f"title: N{i}\n---\nLine {i}.\n<<jump N{i + 1}>>\n===\n" for i in range(count)) + f"title: N{count}\n---\nEnd.\n===\n"


def groups(count):
    """As many node groups: a title, and a when: header."""
    return start("<<jump N0>>") + "".join(
        f"title: N{i}\nwhen: always\n---\nLine {i}.\n<<jump N{i + 1}>>\n===\n" for i in range(count)
    ) + f"title: N{count}\n---\nEnd.\n===\n"


def misspelt(count):
    """Every jump is wrong by a letter, and each name must be looked for among all."""
    return start("<<jump Node0>>") + "".join(f"title: Node{i}\n---\n<<jump Noode{i}>>\n===\n" for i in range(count))


def filled(size):
    """Lines up to so many bytes."""
    head, line, tail = "title: Start\n---\n", "Sango: Think before you share a photo or a password.\n", "===\n"
    count = (size - len(head) - len(tail)) // len(line)
    text = head + line * count
    return text + "x" * (size - len(text) - len(tail) - 1) + "\n" + tail


CASES = {
    "chain-16": lambda: chain(16),
    "sum-20000": lambda: start("{1" + "+1" * 19999 + "}"),
    "brackets-20000": lambda: start("{" + "(" * 20000 + "1" + ")" * 20000 + "}"),
    "options-3000": lambda: start("".join(" " * i + "-> a\n" for i in range(3000))),
    "ifs-3000": lambda: start("<<if true>>\n" * 3000 + "Deep.\n" + "<<endif>>\n" * 3000),
    "chain-5000": lambda: chain(5000),
    "nodes-10000": lambda: nodes(10000),
    "groups-10000": lambda: groups(10000),
    "misspelt-10000": lambda: misspelt(10000),
    "options-100000": lambda: start("".join(f"-> Answer {i}\n" + "\n" * (i % 4 == 3) for i in range(100000))),
    "bytes-8388608": lambda: filled(8388608),
    "wide-lines": lambda: start(("{1" + " + 1" * 4095 + "}" + "é" * 24000 + "\n") * 100),
}


def write_case(name, path):
    path.write_text(CASES[name](), newline="\n")


def main():
    if len(sys.argv) == 5 and sys.argv[1] == "story":
        write_story(int(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4]))
    elif len(sys.argv) == 4 and sys.argv[1] == "case" and sys.argv[2] in CASES:
        write_case(sys.argv[2], pathlib.Path(sys.argv[3]))
    else:
        sys.exit(__doc__ + "\nCASES: " + " ".join(CASES))


if __name__ == "__main__":
    main()
