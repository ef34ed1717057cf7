#include "privacy.h"

void privacy_short(const Catalogue *texts, StrView *lines)
{
    lines[0] = TR(texts, "privacy.short.1", "This game asks for no name, no birthday, no picture and no address, and it has no camera, no microphone and no place.");
    lines[1] = TR(texts, "privacy.short.2", "It never uses the internet: everything stays on this computer.");
    lines[2] = TR(texts, "privacy.short.3", "It keeps which stories were played under a made-up name, and how a class voted, without any child in it.");
    lines[3] = TR(texts, "privacy.short.4", "There is no advertising, nothing to buy, and nobody is watched or compared.");
    lines[4] = TR(texts, "privacy.short.5", "A grown-up can see what is saved here, and delete all of it for good.");
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

static void say_what(Lines *out, const Catalogue *texts)
{
    head(out, TR(texts, "privacy.what", "What is kept, and why"));
    say(out, TR(texts, "privacy.what.child", "A child's game: a made-up name (such as Brave Otter 7) put together by the game, a picture of an animal, the age group 7 to 9 or 10 to 13, settings, the place in a story, answers, stars, promises. Why: to go on playing, and to show the child's own album."));
    say(out, TR(texts, "privacy.what.measure", "Answers to a few questions before and after a world, under the same made-up name. Why: to know whether the stories help. A child never sees a mark."));
    say(out, TR(texts, "privacy.what.lesson", "A lesson in front of a class: the day, the age group, the stories, how many hands each answer had. Counts of fewer than five hands are not kept. Why: to go on another day, and for the class report."));
    say(out, TR(texts, "privacy.what.kiosk", "A kiosk: how often something was played or chosen within an hour. Why: a report of the event. When a visitor leaves, everything of that visit is wiped."));
    say(out, TR(texts, "privacy.what.papers", "Papers: pages that a grown-up asked for, in the folder of papers. A real name is only ever written on them by hand."));
    say(out, TR(texts, "privacy.what.not", "Never kept: names, ages in years, addresses, pictures, voices, free text, places, numbers of devices, times of day of a child's play."));
}

static void say_flow(Lines *out, const Catalogue *texts)
{
    head(out, TR(texts, "privacy.flow", "Where it goes"));
    say(out, TR(texts, "privacy.flow.in", "In: presses on keys, mouse, touch screen or gamepad. There is nowhere to type a text."));
    say(out, TR(texts, "privacy.flow.store", "On this computer: one file (an SQLite database) in the data folder of the user account. Who can use the account can read it."));
    say(out, TR(texts, "privacy.flow.out", "Out: only what a grown-up takes along on paper or as a file (class report as HTML, CSV or JSON; figures of a kiosk as CSV). The game opens no connection, sends no report of a crash, asks for no update, loads nothing from elsewhere."));
    say(out, TR(texts, "privacy.flow.log", "The log names files and mistakes in them, never what a child does."));
    head(out, TR(texts, "privacy.time", "How long"));
    say(out, TR(texts, "privacy.time.text", "Until it is deleted: a child's game by the child or a grown-up, a lesson by a grown-up, everything by \"Delete everything\". Delete it at the end of a school year at the latest. What is deleted is overwritten in the file. Copies that you made, and backups of the computer, are yours to delete."));
}

static void say_rights(Lines *out, const Catalogue *texts)
{
    head(out, TR(texts, "privacy.who", "Who answers for it"));
    say(out, TR(texts, "privacy.who.text", "Whoever runs the computer: the school, the family, the organiser of the event. Those who make the game receive nothing, so they are neither controller nor processor (GDPR articles 4, 24, 28)."));
    say(out, TR(texts, "privacy.who.personal", "By itself what is kept names nobody. It becomes personal data if somebody notes which child has which made-up name: do not keep such a list, or treat it as a class list."));
    say(out, TR(texts, "privacy.who.rights", "Seeing, taking along, deleting (GDPR articles 15, 17, 20): \"What is saved\", \"Lessons on this computer\" and \"Delete everything\" in the grown-ups' area. There is no consent to collect (articles 6, 8; COPPA), as nothing is collected from a child."));
    head(out, TR(texts, "privacy.code", "Standards for children"));
    say(out, TR(texts, "privacy.code.icc", "UK Children's Code: best interests (1), words for the age (3, 4), no use to a child's harm (5), high privacy from the start (7), as little as possible (8), no sharing (9), no place (10), no profiling (12), no nudging (13), tools to see and delete (15). Parental controls (11) show what they do; there are no connected devices (14)."));
    say(out, TR(texts, "privacy.code.crc", "Convention on the Rights of the Child, General Comment 25: privacy (67 to 78), no profiling for business (42), education that does not watch (99 to 105). ITU and UNICEF guidelines on child online protection."));
    say(out, TR(texts, "privacy.code.impact", "For an impact assessment (GDPR article 35): no special data, no profiling, no decisions about people, no network. What is left is a lost or shared computer: use an account with a password, and delete at the end."));
    say(out, TR(texts, "privacy.code.tells", "The stories are about unsafe situations. If a child tells you about one, that is no data of the game: follow the safeguarding rules of your school."));
}

size_t privacy_long(const Catalogue *texts, PrivacyLine *lines)
{
    Lines out = { lines, 0 };
    say_what(&out, texts);
    say_flow(&out, texts);
    say_rights(&out, texts);
    return out.count;
}
