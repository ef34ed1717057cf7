#include "lint_internal.h"

/* Every rule with the reason why it exists. Codes of the language itself (YS…) are
 * explained in the documentation of the language. */
static const struct {
    const char *rule;
    const char *why;
} rules[] = {
    { "activity-build", "A passphrase of three or four words must be possible that is strong (by zxcvbn, 10^8 guesses) without words that "
                        "others know. Else a child who does all well is told that it is weak." },
    { "activity-count", "Each kind of activity has so many items that they fit on a screen in large letters, and that there is something to think "
                        "about. The numbers are in levels/README.md." },
    { "activity-hint", "A hint is shown beside the item above it when that is not right yet. Without an item nobody would see it." },
    { "activity-item", "Between <<activity>> and its outcomes stand the items of its kind, as lines with their hashtags and without a speaker. What "
                       "is said comes before them, else it would be on top of the cards." },
    { "activity-key", "A card, piece or left side goes where its name says, so that name must be there once. Else the activity could not be finished." },
    { "activity-order", "Steps are told apart by their words. Of two with the same words a child cannot know which comes first." },
    { "activity-outcomes", "Every child finishes the activity; the first try decides which of three outcomes is told: #safe, #okay or #risky. Risky has "
                           "#recover, because by then the child has mended it, and in 'say' all have #tell, because a grown-up has been told." },
    { "activity-phone", "In 'spot' a child presses what is on the phone, so its app is open and each item is a line with #bubble of that app; in the "
                        "camera an item has a place (#at:). In the other kinds cards lie on the table, not on the phone." },
    { "activity-plan", "The ranges of all parts together must allow to give out exactly all that there is (the sum of #start:), and at first something "
                       "must be outside its range. Else there is no right plan, or nothing to do." },
    { "activity-say", "Whatever is chosen becomes a sentence, but one piece of each slot says it clearly. Without one the child could never finish." },
    { "activity-words", "A card is read at a glance and lies beside seven others: six words at most." },
    { "level-actor", "An actor that has no picture cannot come in. The names are those of the folders in assets/art/actors." },
    { "level-chance", "What is left to chance (random(), dice()) cannot be walked in every way that it may fall. Every way is walked "
                      "with 16 different rolls; what is rarer than one in ten may be missed." },
    { "level-choices", "Ages 7-9 choose between two or three cards, ages 10-13 between three or four in a decision. More cannot be "
                       "compared, and do not fit on the page in large type; of two, an older child guesses one." },
    { "level-command", "A command is a word that the game knows, with the parts that it needs. A misspelt one would do "
                       "nothing, and nobody would notice before a child plays." },
    { "level-debrief", "Children learn from a game when they look back at it. Every way ends with three moments, one thing to "
                       "practise, one question to talk about and one or two sentences for telling." },
    { "level-decision", "No two levels have a decision of one name, so that a report, a note or a message that names one means one." },
    { "level-decisions", "A whole level has four to six decisions and an activity: enough to practise, and short enough to finish. Asked only of packs that say \"covers\": \"levels\" or \"all\"; the beginning and the end of the game (world \"home\") may be shorter." },
    { "level-dialogue", "A whole level says at least 90 lines on every way, for a child to get to know who is in it. Counted are lines with a "
                        "speaker, without the debrief and #why. Asked only of packs that say \"covers\": \"levels\" or \"all\"." },
    { "level-ending", "Every way through a level comes to an end that the author wrote: no dead end, no endless circle, no "
                      "mistake of the script on the way. This is proved by walking all of them." },
    { "level-expression", "A face that the actor does not have would be shown as another one." },
    { "level-frame", "Graded choices belong to a decision: <<decision>> and <<activity>> name their power, topic, article and class, <<recovery>> "
                     "and <<telling>> name the decision that they belong to. Without it no point is counted." },
    { "level-full-score", "A child who chooses well gets all points. If no way earns them, a decision has no good answer." },
    { "level-grade", "Every choice of a decision says exactly one of #safe, #okay and #risky. The score and the face on the "
                     "reason card come from it." },
    { "level-icon", "A card shows a picture beside its words, for children who do not read yet. Every choice has one; #icon: names one of "
                  "assets/art/icons (#show: does as well)." },
    { "level-kind-words", "Words that shame make children hide what happened. Say what happened and what helps; it is never the "
                          "child's fault. Messages of others (#bubble) may be unkind." },
    { "level-line-id", "Voices and translations find a line by its #line: name. Without one, a changed word would lose them all." },
    { "level-long-choice", "A choice is read at a glance: eight words at most." },
    { "level-long-sentence", "A sentence has at most 10 words for ages 7-9 and 15 for ages 10-13. Longer ones are lost when they are "
                             "heard and not read again." },
    { "level-minutes", "A level takes 8 to 12 minutes, so that it fits a lesson and is finished. Reckoned from words at the pace of reading aloud (110 "
                       "a minute for ages 7-9, 145 for 10-13), 10 seconds for each choice and 60 for each activity. Asked only of packs that say \"covers\": \"levels\" or \"all\". In a pack "
                       "with \"pictures\" a way takes 90 to 210 seconds (5 for a page, 10 for a choice), for others wait behind the child." },
    { "level-measure", "A measure asks two items for each figure (knowledge, confidence, telling), so that before and after can be compared, and "
                       "each item has three answers: one with #mark:0, one with #mark:1, one with #mark:2. It has no decisions and no grades: nothing is "
                       "right or wrong for the child. In a level no item is asked." },
    { "level-music", "A tune that is not in assets/sound is silence." },
    { "level-notes", "A teacher who opens the level needs the aims, the rules before, what to watch during, questions for the class, "
                     "what to do when a child tells something, a task for home and the articles of the Convention." },
    { "level-phone", "The phone screen covers the middle of the stage. While a child chooses, the faces are seen." },
    { "level-phone-app", "A line with #bubble is an item of the app that is open, and each app shows what it has a place for: stars in a "
                         "shop, hearts in a feed. Elsewhere the tag would do nothing." },
    { "level-phone-picture", "A picture that is not in assets/art/ui/phone_pictures.py is shown as one of hills and a question mark. A "
                             "camera sees actors with their faces, and places with their lights." },
    { "level-phone-tag", "What a tag of the phone says is one of a few words, or a number within its limits; what is not understood is "
                         "not shown. The tags are in levels/README.md, and only lines with #bubble have them." },
    { "level-pictures", "A pack that says \"pictures\": true is for children who read no language that it is shown in. What is said and "
                        "remembered has pictures (#show:), as every choice has (level-icon), and the story is understood with the words covered." },
    { "level-place", "A place that has no picture cannot be shown. The names are those of the folders in assets/art/places." },
    { "level-reading", "Short sentences of long words are hard, too. The level as a whole has a reading level, LIX: words in a sentence + per cent "
                       "of words with more than six letters; at most 20 for ages 7-9 and 25 for 10-13. It knows lengths only: a long word that "
                       "every child knows counts as hard, a short one that none knows as easy." },
    { "level-reason", "After every choice of a decision a line with #reason says in one sentence why it was good or risky. "
                      "Children learn best right after the consequence." },
    { "level-rights", "Each decision practises an article of the Convention on the Rights of the Child. The teacher's notes name them all in their "
                      "#crc lines, with the number, so that a school can show what it taught." },
    { "level-promise", "A promise is the child's own: it is chosen freely, so no grade and no points go with it. #promise stands on plain "
                       "choices only; the certificate and the album show those that were taken." },
    { "level-reason", "After every choice of a decision a line with #reason says in one sentence why it was good or risky. "
                      "Children learn best right after the consequence." },
    { "level-restricted", "Body pictures and threats (topic 8) are for older children whose grown-ups have chosen it: such a level has "
                          "\"restricted\": true in pack.json, is hidden until a grown-up switches it on, and never plays in the kiosk. It is not for the younger band." },
    { "level-show", "Picture speech names icons of assets/art/icons, pictures of the phone, or faces such as mama-worried: one to three, and one or two "
                    "on a choice, for more are no longer seen at a glance. A misspelt one would be a gap that nobody can read." },
    { "level-sound", "A sound that is not in assets/sound is silence." },
    { "level-speaker", "The words before the first colon are the name of who speaks. A misspelt name has no voice and no face, and a "
                       "sentence with a colon is read as one." },
    { "level-stage", "<<pose>>, <<move>> and <<leave>> do nothing when the actor is not there, nor does Sango's <<tool>> without Sango. <<place>> empties the stage: whoever is "
                     "in the new place enters again." },
    { "level-subject", "The manifest lists the powers and topics of a level for the map and for teachers; the decisions are what "
                       "really practises them. The two agree." },
    { "level-tag", "A tag that the game does not know does nothing: a misspelt #bubble is no message, a misspelt #safe no grade." },
    { "level-telling", "Telling is the one thing that programmes fail to teach unless it is practised. Every level has a way on which "
                       "a grown-up is told." },
    { "level-unreached", "No way leads to this line, so no child will see it. Often a jump or a condition is wrong." },
    { "level-walk", "The level has more ways than can be walked, so nothing was proved about the rest. Fewer variables and visited() "
                    "conditions bring the number down. A jump back to a page before a choice makes a circle without end." },
    { "level-way-back", "After a risky choice the story offers a way back: choices of a <<recovery>> or <<telling>> of this decision, "
                        "of which one stops, undoes or tells (#recover, #tell)." },
    { "level-why", "A #why line is shown when the child asks for more; it stands directly below its #reason line, and every reason has one." },
    { "pack-file", "The manifest names a file that cannot be read, so its level cannot be opened." },
    { "pack-glyph", "A character that no font of the game has is shown as an empty box. The fonts are in assets/fonts: the plain one and the "
                    "bold one with those that stand in for them." },
    { "pack-manifest", "pack.json is a JSON file of the form in levels/README.md." },
    { "pack-node", "The manifest names a page (node) that is in none of the level's files." },
    { "pack-text-room", "A text that is too long for its place is shown in small letters, and who needs large ones cannot read it. The room is "
                        "that of 200 % letters: 140 for a line, 60 for a choice, 40 for a title, 140 for a summary; a Chinese character counts as two. "
                        "A translation much longer than is usual has often something added." },
    { "pack-topics", "A pack that says \"covers\": \"all\" practises all 24 topics of the curriculum with ages 10-13, and all but topic 8 (body "
                     "pictures and threats) with ages 7-9." },
    { "pack-translation", "What is not translated, or was changed since, is shown in the pack's own language. 'sango-lint strings check' says the same "
                          "of one file, and 'strings update' brings it up to date." },
    { "pack-unlisted", "A .yarn file that no level of pack.json lists is no part of the game: nobody plays it, and nothing in it is "
                       "checked." },
    { "pack-unused", "Somebody drew it, and no level shows it: use it, or take it away, for it is loaded and carried about. Asked only of packs that "
                     "say \"covers\": \"all\". (That each drawing can be named at all is checked by tests/content/art.py.)" },
    { "pack-voice", "In a language that has recorded voices, a line without one falls silent, or another voice says it. Languages without any are "
                    "not asked." },
    { "pack-zip", "A pack may come as a zip. One that is damaged, larger than 64 MiB, has more than 4096 files or names that lead out of it is "
                  "not read at all: whoever made it made a mistake, or means harm." },
};

const char *lint_explain(StrView rule)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        if (strview_equal(rule, strview_from_cstr(rules[i].rule))) {
            return rules[i].why;
        }
    }
    return NULL;
}

const char *lint_rule(size_t index)
{
    return index < sizeof rules / sizeof rules[0] ? rules[index].rule : NULL;
}
