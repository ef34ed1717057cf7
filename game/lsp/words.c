#include "lsp_internal.h"

const LspWord lsp_keywords[] = {
    { "if", "<<if expression>> … <<endif>>", "What follows is played only when the expression is true." },
    { "elseif", "<<elseif expression>>", "Another case of the <<if>> above." },
    { "else", "<<else>>", "What is played when nothing above was." },
    { "endif", "<<endif>>", "The end of an <<if>>." },
    { "once", "<<once>> … <<endonce>>",
      "What follows is played the first time only; behind a line: that line." },
    { "endonce", "<<endonce>>", "The end of a <<once>>." },
    { "set", "<<set $name to expression>>", "Gives a variable a value; also +=, -=, *=, /= and %=." },
    { "declare", "<<declare $name = value>>",
      "Makes a variable with its first value. With an expression it is worked out whenever it is read." },
    { "enum", "<<enum Name>> <<case A>> … <<endenum>>", "A type with a fixed list of values." },
    { "case", "<<case Name>> or <<case Name = value>>", "One value of the <<enum>> above." },
    { "endenum", "<<endenum>>", "The end of an <<enum>>." },
    { "jump", "<<jump Node>> or <<jump {expression}>>", "Leaves this node and goes on at another one." },
    { "detour", "<<detour Node>> or <<detour {expression}>>", "Plays another node, then goes on here." },
    { "return", "<<return>>", "Ends this node; after a detour the story goes on where that began." },
    { "stop", "<<stop>>", "Ends the story." },
    { "call", "<<call function()>>", "Calls a function and drops its result." },
    { NULL, NULL, NULL },
};

const LspWord lsp_headers[] = {
    { "title", "title: Name", "The name of the node: letters, digits and _." },
    { "tags", "tags: start", "Words that say what the node is for: start, debrief, notes." },
    { "when", "when: expression",
      "Makes the node one of a group of nodes with the same title; also always and once." },
    { "subtitle", "subtitle: Name", "Tells the nodes of a group apart." },
    { "tracking", "tracking: never", "Visits to this node are not counted." },
    { "position", "position: 10,20", "Where an editor draws the node." },
    { "color", "color: blue", "How an editor draws the node." },
    { NULL, NULL, NULL },
};

const LspWord lsp_tags[] = {
    { "line:", "#line:key001",
      "The name of the line. Voices and translations find it by this; no other line has it." },
    { "shadow:", "#shadow:key001", "The same text as the line of that name." },
    { "safe", "#safe", "A choice that is a good way and keeps the fun: 3 points." },
    { "okay", "#okay", "A choice that does no harm, but there is a better way: 2 points." },
    { "risky", "#risky", "A choice after which something may go wrong; there must be a way back: 0 points." },
    { "tell", "#tell", "The choice tells a grown-up." },
    { "recover", "#recover", "The choice stops, undoes or blocks." },
    { "icon:", "#icon:house", "The picture of a choice." },
    { "show:", "#show:gift+question", "Says the line or choice in pictures: icons, pictures of the phone, faces such as mama-worried." },
    { "think", "#think", "The pictures of #show: are a thought." },
    { "reason", "#reason", "Why a choice was good or not, in one line." },
    { "why", "#why", "The longer reason, for who asks; stands below #reason." },
    { "basket:", "#basket:share", "Activity sort: where cards go." },
    { "card:", "#card:share", "Activity sort: a card, and the basket where it belongs." },
    { "or:", "#or:ask", "Activity sort: a second basket that is right, too; with #card:." },
    { "clue", "#clue", "Activity spot: to be found on the phone; with #bubble." },
    { "fine", "#fine", "Activity spot: can be pressed, but is all right; with #bubble." },
    { "step", "#step", "Activity order: a step, written in the right order." },
    { "word", "#word", "Activity build: a word for the passphrase." },
    { "known", "#known", "Activity build: others could guess this word; with #word." },
    { "part:", "#part:9-11", "Activity plan: a part, and how much of it is right." },
    { "start:", "#start:6", "Activity plan: how much the part has at first; with #part:." },
    { "slot:", "#slot:what", "Activity say: a heading under which one piece is chosen." },
    { "piece:", "#piece:what", "Activity say: a phrase for that slot." },
    { "clear", "#clear", "Activity say: it says clearly what happened; with #piece:." },
    { "left:", "#left:play", "Activity match: goes with the right one of the same name." },
    { "right:", "#right:play", "Activity match: what the left ones go with." },
    { "hint", "#hint", "Activities: help for the item above, shown when it is not right yet." },
    { "bubble", "#bubble", "A message on the phone." },
    { "mine", "#mine", "A message that the child of the story writes; with #bubble." },
    { "promise", "#promise", "A promise of the child's own, among plain choices: it stands on the certificate." },
    { "mark:", "#mark:2", "What an answer to an item of a measure counts: 0, 1 or 2." },
    { "moment:", "#moment:kofi-happy", "Debrief: a picture of what happened." },
    { "next", "#next", "Debrief: what to practise next." },
    { "ask", "#ask", "Debrief: a question to talk about." },
    { "words", "#words", "Debrief: words to use when telling." },
    { "aim", "#aim", "Notes: what pupils learn." },
    { "before", "#before", "Notes: before the level is played." },
    { "during", "#during", "Notes: while it is played." },
    { "askclass", "#askclass", "Notes: a question to the class." },
    { "disclosure", "#disclosure", "Notes: what to do when a child tells you something." },
    { "home", "#home", "Notes: something to do at home." },
    { "crc", "#crc", "Notes: the article of the Convention on the Rights of the Child." },
    { NULL, NULL, NULL },
};

const LspWord lsp_functions[] = {
    { "visited", "", "Was the node with this title seen to its end?" },
    { "visited_count", "", "How often the node with this title was seen to its end." },
    { "has_any_content", "", "Would the node group with this title have a node to play?" },
    { "random", "", "A number from 0 up to, but not, 1." },
    { "random_range", "", "A whole number from the first to the second, both possible." },
    { "random_range_float", "", "A number from the first to the second." },
    { "dice", "", "A whole number from 1 to the number of sides." },
    { "min", "", "The smallest of the numbers." },
    { "max", "", "The largest of the numbers." },
    { "round", "", "The nearest whole number; of two the even one." },
    { "round_places", "", "The number with so many digits behind the point." },
    { "floor", "", "The next whole number below." },
    { "ceil", "", "The next whole number above." },
    { "inc", "", "The next larger whole number." },
    { "dec", "", "The next smaller whole number." },
    { "decimal", "", "What stands behind the point of the number." },
    { "int", "", "The number without what stands behind its point." },
    { "string", "", "The value as text." },
    { "number", "", "The value as a number." },
    { "bool", "", "The value as true or false." },
    { "format", "", "The value written as the pattern says, such as \"{0:F2}\"." },
    { "format_invariant", "", "The number as text, with a point in every language." },
    { NULL, NULL, NULL },
};

const LspWord *lsp_word_find(const LspWord *words, StrView name)
{
    for (; words->name; words++) {
        if (strview_equal(strview_from_cstr(words->name), name)) {
            return words;
        }
    }
    return NULL;
}
