#include "privacy.h"

/* In a browser the website's server is asked for the game's own files, and what is kept is elsewhere: those sentences are others there. */

void privacy_short(const Catalogue *texts, bool in_browser, StrView *lines)
{
    lines[0] = TR(texts, "privacy.short.1", "This game asks for no name, no birthday and no address. It does not use the camera, the microphone or the place where you are.");
    lines[1] = in_browser ? TR(texts, "privacy.short.2.browser", "It gets its own files from this website, and sends nothing about a child or a game. Like every website, this one may note that somebody came. What it keeps stays in this browser, until a grown-up takes it along.")
                          : TR(texts, "privacy.short.2", "It never uses the internet. What it keeps stays on this computer, until a grown-up takes it along.");
    lines[2] = TR(texts, "privacy.short.3", "Under a made-up name it keeps which stories a child played, and what the child chose. Of a class or of visitors it keeps numbers only.");
    lines[3] = TR(texts, "privacy.short.4", "There is no advertising and nothing to buy. Children are not compared with each other.");
    lines[4] = TR(texts, "privacy.short.5", "A child can delete its own game. A grown-up can see how much is saved here, and delete all of it.");
}

typedef struct Lines {
    PrivacyLine *lines;
    size_t count;
} Lines;

static void head(Lines *out, StrView text)
{
    out->lines[out->count++] = (PrivacyLine){ true, text };
}

static void say(Lines *out, StrView text)
{
    out->lines[out->count++] = (PrivacyLine){ false, text };
}

static void say_what_in_folders(Lines *out, const Catalogue *texts)
{
    say(out, TR(texts, "privacy.what.kiosk", "A kiosk: how often, in each hour, a story, a language or an answer was chosen, two played together, or somebody went away. Why: a report of the event. A visit itself is only in memory, and is deleted when the visitor leaves."));
    say(out, TR(texts, "privacy.what.papers", "Papers: the certificates, pages and tables that somebody asked for, in the folder of papers. The game prints no real name on them. A line for a name is filled in by hand."));
}

static void say_what(Lines *out, const Catalogue *texts, bool in_browser)
{
    head(out, TR(texts, "privacy.what", "What is kept, and why"));
    say(out, TR(texts, "privacy.what.child", "A child's game: a made-up name such as Brave Otter 7, which the game puts together; a picture of an animal; the age group, 7 to 9 or 10 to 13; settings; the place in a story; answers, stars and promises. Why: to go on playing, and to show the child's own album."));
    say(out, TR(texts, "privacy.what.measure", "Answers to a few questions before and after a world, under the same made-up name. Why: to know whether the stories help. A child never sees a mark."));
    say(out, TR(texts, "privacy.what.lesson", "A lesson in front of a class: the day, the language, the age group, the stories, what the class chose, and how many hands each answer had. If fewer than five hands are up at a question, their numbers are not kept. Why: to go on another day, and for the class report."));
    if (in_browser) {
        say(out, TR(texts, "privacy.what.papers.browser", "Papers: the game keeps none. The browser shows them or saves them as files, where it saves what is downloaded. The game prints no real name on them. A line for a name is filled in by hand."));
    } else {
        say_what_in_folders(out, texts);
    }
    say(out, TR(texts, "privacy.what.not", "Never kept: real names, ages in years, addresses, photos, voices, texts that a child writes, places, numbers that tell one device from another, the time of day at which a child plays."));
}

static void say_flow(Lines *out, const Catalogue *texts)
{
    head(out, TR(texts, "privacy.flow", "Where it goes"));
    say(out, TR(texts, "privacy.flow.in", "In: presses on keys, mouse, touch screen, gamepad or switch. A child cannot type a text anywhere. A grown-up can add files: packs, lessons from another computer, helplines, settings of a kiosk. Write no names of children into them."));
    say(out, TR(texts, "privacy.flow.store", "On this computer: one file (an SQLite database) in the data folder of the user account. Whoever can use this account can read it: it is not encrypted."));
    say(out, TR(texts, "privacy.flow.out", "Out: only what a grown-up takes along on paper or as a file. These are the class report (HTML, CSV), lessons (JSON), and the report and figures of a kiosk (HTML, CSV). The game opens no connection, sends no report of a crash, asks for no update, and loads nothing from elsewhere."));
    say(out, TR(texts, "privacy.flow.log", "The log names files and mistakes in them, never what a child does."));
    head(out, TR(texts, "privacy.time", "How long"));
    say(out, TR(texts, "privacy.time.text", "Nothing is deleted by itself, except the visits of a kiosk. A child or a grown-up deletes a child's game, a grown-up a lesson, and \"Delete everything\" the rest. Do it at the end of the school year at the latest. What is deleted is overwritten in the database. Papers are removed as files. Delete by hand what you copied elsewhere: exports, backups, files that you added."));
}

static void say_flow_in_browser(Lines *out, const Catalogue *texts)
{
    head(out, TR(texts, "privacy.flow", "Where it goes"));
    say(out, TR(texts, "privacy.flow.in.browser", "In: presses on keys, mouse, touch screen, gamepad or switch. A child cannot type a text anywhere. A grown-up can add lessons from another computer."));
    say(out, TR(texts, "privacy.flow.store.browser", "In this browser: one record in its IndexedDB, for this website only. Whoever can use this browser can read it: it is not encrypted. A private window keeps nothing. There are no cookies. Copies of the game's own files are kept as well, so that it plays without the internet; nothing about a child is in them."));
    say(out, TR(texts, "privacy.flow.out.browser", "Out: only what a grown-up takes along on paper or as a file. These are the class report (HTML, CSV) and lessons (JSON). The game asks only the server of this website, and only for its own files: it sends no report of a crash, and loads nothing from elsewhere."));
    say(out, TR(texts, "privacy.flow.server", "The server of this website sees what every server sees: the address of the connection, the kind of browser, the time, and which files were fetched, so which stories were opened. It may write this into its log. Who runs the website can say what is in the log and for how long. A page that was opened from a file, such as sango.html, asks no server."));
    say(out, TR(texts, "privacy.flow.log", "The log names files and mistakes in them, never what a child does."));
    head(out, TR(texts, "privacy.time", "How long"));
    say(out, TR(texts, "privacy.time.text.browser", "The game deletes nothing by itself; some browsers delete what a website keeps when nobody comes for some weeks. A child or a grown-up deletes a child's game, a grown-up a lesson, and \"Delete everything\" the rest. Do it at the end of the school year at the latest. Delete by hand what was saved elsewhere: papers, reports, lessons as files."));
}

static void say_rights(Lines *out, const Catalogue *texts, bool in_browser)
{
    head(out, TR(texts, "privacy.who", "Who answers for it"));
    say(out, in_browser ? TR(texts, "privacy.who.text.browser", "For what this browser keeps: whoever runs the computer, such as the school or the family. For the server and its log: whoever runs this website. Those who make the game receive nothing. So they are neither controller nor processor of it (GDPR articles 4, 24, 28). The law of your country comes first; this page is no legal advice.")
                        : TR(texts, "privacy.who.text", "Whoever runs the computer: the school, the family, the organiser of the event. Those who make the game receive nothing. So they are neither controller nor processor of it (GDPR articles 4, 24, 28). The law of your country comes first; this page is no legal advice."));
    say(out, TR(texts, "privacy.who.personal", "What is kept names nobody. A child's game is still personal data when somebody knows whose it is: on a computer that one child uses, or with a list of who has which made-up name. Do not keep such a list."));
    say(out, TR(texts, "privacy.who.rights", "Seeing and deleting (GDPR articles 15, 17): a child's own album and list of players, and \"Lessons on this computer\", \"What is saved\" and \"Delete everything\" in the grown-ups' area. Lessons can be taken along; a child's game cannot. The makers collect nothing from children, so they ask for no consent (article 8; COPPA). Whoever keeps personal data with it needs a legal ground of their own (article 6)."));
    head(out, TR(texts, "privacy.code", "Standards for children"));
    say(out, TR(texts, "privacy.code.icc", "UK Children's Code: best interests (1), content and words for the age (3, 4), no detrimental use of data (5), high privacy by default (7), as little data as possible (8), no sharing (9), no location (10), no hidden watching of a child by grown-ups (11), no profiling (12), no nudging (13), no connected toys (14), tools to see and delete (15)."));
    say(out, TR(texts, "privacy.code.crc", "Convention on the Rights of the Child, General Comment 25: paragraphs on privacy (67 to 78), on no commercial profiling (42), on education (99 to 105). The articles of the Convention on privacy (16), on education (28, 29) and on play (31)."));
    say(out, in_browser ? TR(texts, "privacy.code.impact.browser", "For an impact assessment (GDPR article 35, standard 2 of the Code): no special categories of data are asked for (article 9), no profiling, no decisions about people, nothing is sent but requests for the game's own files. What is left is a lost or shared computer: use an account with a password, and delete at the end. And the log of the server: keep it short, or none.")
                        : TR(texts, "privacy.code.impact", "For an impact assessment (GDPR article 35, standard 2 of the Code): no special categories of data are asked for (article 9), no profiling, no decisions about people, no network. What is left is a lost or shared computer: use an account with a password, and delete at the end."));
    say(out, TR(texts, "privacy.code.tells", "The stories are about unsafe situations. What a child then tells you is not in the game. Treat it as your school's child protection rules say. This game is not an official product of ITU."));
}

size_t privacy_long(const Catalogue *texts, bool in_browser, PrivacyLine *lines)
{
    Lines out = { lines, 0 };
    say_what(&out, texts, in_browser);
    if (in_browser) {
        say_flow_in_browser(&out, texts);
    } else {
        say_flow(&out, texts);
    }
    say_rights(&out, texts, in_browser);
    return out.count;
}
