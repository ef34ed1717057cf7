#include "sango/level/marks.h"
#include "sango/level/words.h"
#include "sheet.h"

/* The lesson plan: what a teacher with a projector needs of one level. Page one is the lesson, page two its questions. */

enum { LESSON_MINUTES = 40, RULES_MINUTES = 5, TALK_MINUTES = 8, WORDS_MINUTES = 5 };

static void put_facts(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    const LevelKit *kit = sheet->kit;
    PrintRow *page = &sheet->page;
    StrView ages = kit->bands == BAND_YOUNGER  ? TR(texts, "kit.ages.younger", "Ages 7 to 9")
                   : kit->bands == BAND_OLDER ? TR(texts, "kit.ages.older", "Ages 10 to 13")
                                              : TR(texts, "kit.ages.all", "Ages 7 to 13");
    sheet_put(sheet, sheet_add(sheet, page, "facts"), "text", ages);
    sheet_put(sheet, sheet_add(sheet, page, "facts"), "text", TR(texts, "kit.lesson", "One lesson of 40 minutes"));
    TextValue values[] = { { SV("minutes"), sheet_number(sheet, kit->minutes) } };
    StrView length = sheet_format(sheet,
                                  TRN(texts, "kit.length", "The story takes a child about {minutes} minute",
                                                   "The story takes a child about {minutes} minutes", kit->minutes),
                                  values, 1);
    sheet_put(sheet, sheet_add(sheet, page, "facts"), "text", length);
    if (kit->is_restricted) {
        sheet_put(sheet, sheet_add(sheet, page, "facts"), "text", TR(texts, "kit.restricted", "Read it yourself first. Switch it on in the grown-ups' area."));
    }
}

static void add_link(Sheet *sheet, StrView title)
{
    PrintRow *link = sheet_add(sheet, &sheet->page, "links");
    sheet_put(sheet, link, "title", title);
    sheet_need(sheet, link, "items");
}

/* The last link's next item; the row is looked for again, for the list may have moved. */
static void add_item(Sheet *sheet, StrView text)
{
    for (size_t i = 0; i < sheet->page.list_count; i++) {
        const PrintList *list = &sheet->page.lists[i];
        if (strview_equal(list->name, SV("links")) && list->row_count) {
            PrintRow *link = (PrintRow *)(uintptr_t)&list->rows[list->row_count - 1];
            sheet_put(sheet, sheet_add(sheet, link, "items"), "text", text);
        }
    }
}

static bool has_risk(const LevelKit *kit, size_t before, StrView risk)
{
    for (size_t i = 0; i < before; i++) {
        if (strview_equal(kit->decisions[i].risk, risk)) {
            return true;
        }
    }
    return false;
}

static void put_links(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    const LevelKit *kit = sheet->kit;
    add_link(sheet, TR(texts, "kit.topics", "Topics"));
    for (unsigned i = 1; i <= TOPIC_COUNT; i++) {
        if (kit->topics >> i & 1) {
            add_item(sheet, topic_title(texts, i));
        }
    }
    add_link(sheet, TR(texts, "kit.powers", "Powers"));
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (kit->powers >> i & 1) {
            StrView title = power_title(texts, (Power)i);
            add_item(sheet, sheet_joined(sheet, title, ": ", power_text(texts, (Power)i)));
        }
    }
    add_link(sheet, TR(texts, "kit.risks", "Kinds of risk"));
    for (size_t i = 0; i < kit->decision_count; i++) {
        if (kit->decisions[i].risk.len && !has_risk(kit, i, kit->decisions[i].risk)) {
            add_item(sheet, risk_title(texts, kit->decisions[i].risk));
        }
    }
    if (kit->notes[KIT_CRC].count) {
        add_link(sheet, TR(texts, "kit.rights", "Convention on the Rights of the Child"));
    }
    for (size_t i = 0; i < kit->notes[KIT_CRC].count; i++) {
        add_item(sheet, kit->notes[KIT_CRC].items[i]);
    }
}

typedef struct Step {
    unsigned minutes;
    StrView what, teacher, class_does;
} Step;

static void put_step(Sheet *sheet, unsigned from, const Step *step)
{
    PrintRow *row = sheet_add(sheet, &sheet->page, "steps");
    sheet_put_number(sheet, row, "from", from);
    sheet_put_number(sheet, row, "to", from + step->minutes);
    sheet_put(sheet, row, "what", step->what);
    sheet_put(sheet, row, "teacher", step->teacher);
    sheet_put(sheet, row, "class", step->class_does);
}

static Step rules_step(const Catalogue *texts, bool is_alone)
{
    return (Step){ RULES_MINUTES, TR(texts, "kit.step.rules", "Ground rules"),
                   is_alone ? TR(texts, "kit.step.rules.teacher.alone", "Says the ground rules, who a child can come to today, and that everybody may stop or leave.")
                            : TR(texts, "kit.step.rules.teacher", "Says the ground rules, and who a child can come to today. Hands out the cards."),
                   is_alone ? TR(texts, "kit.step.rules.class.alone", "Agrees. Nobody has to say why they stop.")
                            : TR(texts, "kit.step.rules.class", "Agrees. Shows hands for the questions before the story.") };
}

static Step play_step(Sheet *sheet, bool is_alone)
{
    enum { LEFT = LESSON_MINUTES - RULES_MINUTES - TALK_MINUTES - WORDS_MINUTES };
    const Catalogue *texts = sheet->paper->catalogue;
    unsigned count = (unsigned)sheet->kit->decision_count;
    TextValue values[] = { { SV("count"), sheet_number(sheet, count) } };
    StrView play = TRN(texts, "kit.step.play.teacher", "Plays the story. Stops at the {count} question: read it aloud, one minute to talk, vote, reveal.",
                                    "Plays the story. Stops at each of the {count} questions: read it aloud, one minute to talk, vote, reveal.", count);
    if (is_alone) {
        return (Step){ LEFT, TR(texts, "kit.step.play.alone", "Story, alone or in pairs"),
                       TR(texts, "kit.step.play.teacher.alone", "Lets pupils play alone or in pairs, not on the big screen. Stays near, and looks at no answer."),
                       TR(texts, "kit.step.play.class.alone", "Plays at its own pace. May stop, leave or draw at any time.") };
    }
    return (Step){ LEFT, TR(texts, "kit.step.play", "Story and votes"),
                   sheet_format(sheet, play, values, 1),
                   TR(texts, "kit.step.play.class", "Talks in pairs, votes with the cards, says why. Nobody has to speak.") };
}

/* A level behind the grown-ups' switch is not for the big screen, and nobody votes on it. */
static void put_steps(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    bool is_alone = sheet->kit->is_restricted;
    const Step steps[] = {
        rules_step(texts, is_alone),
        play_step(sheet, is_alone),
        { TALK_MINUTES, TR(texts, "kit.step.talk", "Talk about it"), TR(texts, "kit.step.talk.teacher", "Asks the questions for the class. Talks about the people of the story, not about pupils."),
          TR(texts, "kit.step.talk.class", "Listens to each other. Finds other ways that the story could have gone.") },
        { WORDS_MINUTES, TR(texts, "kit.step.words", "Words to use"), TR(texts, "kit.step.words.teacher", "Practises the words. Gives out the sheet for home. Says again who to come to."),
          TR(texts, "kit.step.words.class", "Says the words aloud in pairs. Takes the sheet home.") },
    };
    unsigned from = 0;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        put_step(sheet, from, &steps[i]);
        from += steps[i].minutes;
    }
}

static StrView activity_title(const Catalogue *texts, ActivityKind kind)
{
    switch (kind) {
    case ACTIVITY_SORT:
        return TR(texts, "kit.activity.sort", "An activity: the class says where each card goes.");
    case ACTIVITY_SPOT:
        return TR(texts, "kit.activity.spot", "An activity: the class finds the clues.");
    case ACTIVITY_ORDER:
        return TR(texts, "kit.activity.order", "An activity: the class puts the steps in order.");
    case ACTIVITY_BUILD:
        return TR(texts, "kit.activity.build", "An activity: the class builds a passphrase.");
    case ACTIVITY_PLAN:
        return TR(texts, "kit.activity.plan", "An activity: the class makes a plan.");
    case ACTIVITY_SAY:
        return TR(texts, "kit.activity.say", "An activity: the class finds clear words.");
    case ACTIVITY_MATCH:
        return TR(texts, "kit.activity.match", "An activity: the class finds what goes together.");
    case ACTIVITY_KIND_COUNT:
        break;
    }
    return SV("");
}

static StrView grade_title(const Catalogue *texts, Grade grade)
{
    return grade == GRADE_SAFE   ? TR(texts, "kit.grade.safe", "Safe, and keeps the fun")
           : grade == GRADE_OKAY ? TR(texts, "kit.grade.okay", "No harm, but there is better")
                                 : TR(texts, "kit.grade.risky", "Risky: find the way back");
}

/* The safe, okay and risky signs differ in shape; a template shows the one whose list has a row. */
static void put_grade(Sheet *sheet, PrintRow *row, Grade grade)
{
    sheet_put_flag(sheet, row, "safe", grade == GRADE_SAFE);
    sheet_put_flag(sheet, row, "okay", grade == GRADE_OKAY);
    sheet_put_flag(sheet, row, "risky", grade == GRADE_RISKY);
}

static void put_option(Sheet *sheet, PrintRow *row, const KitOption *option, size_t index, bool is_activity)
{
    const Catalogue *texts = sheet->paper->catalogue;
    sheet_put_flag(sheet, row, "voted", !is_activity && !sheet->kit->is_restricted);
    sheet_put(sheet, row, "letter", vote_mark_letter((VoteMark)index));
    sheet_put_picture(sheet, row, "mark", sheet_joined(sheet, SV("mark"), "_", vote_mark_name((VoteMark)index)));
    sheet_put(sheet, row, "text", option->text);
    sheet_put(sheet, row, "reason", option->reason);
    sheet_put_flag(sheet, row, "tells", option->tells);
    sheet_put(sheet, row, "tells_title", TR(texts, "kit.tells", "tells a grown-up"));
    sheet_put_flag(sheet, row, "graded", !is_activity);
    put_grade(sheet, row, option->grade);
}

static void put_decision(Sheet *sheet, const KitDecision *decision, unsigned number)
{
    const Catalogue *texts = sheet->paper->catalogue;
    PrintRow *row = sheet_add(sheet, &sheet->page, "decisions");
    TextValue values[] = { { SV("number"), sheet_number(sheet, decision->crc) } };
    sheet_put_number(sheet, row, "number", number);
    sheet_put(sheet, row, "question", decision->question);
    sheet_put(sheet, row, "power", power_title(texts, decision->power));
    sheet_put(sheet, row, "topic", topic_title(texts, decision->topic));
    sheet_put(sheet, row, "article", sheet_format(sheet, TR(texts, "kit.article", "Article {number}"), values, 1));
    sheet_need(sheet, row, "played");
    if (decision->is_activity) {
        sheet_put(sheet, sheet_add(sheet, row, "played"), "text", activity_title(texts, decision->activity));
    }
    sheet_need(sheet, row, "options");
    for (size_t i = 0; i < decision->option_count; i++) {
        put_option(sheet, sheet_add(sheet, row, "options"), &decision->options[i], i, decision->is_activity);
    }
}

static void put_headings(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    PrintRow *page = &sheet->page;
    sheet_put(sheet, page, "kind", TR(texts, "kit.plan", "Lesson plan"));
    sheet_put(sheet, page, "aim_title", TR(texts, "kit.aim", "Aim"));
    sheet_put(sheet, page, "links_title", TR(texts, "kit.links", "Where it belongs"));
    sheet_put(sheet, page, "time_title", TR(texts, "kit.time", "40 minutes"));
    sheet_put(sheet, page, "minute_title", TR(texts, "kit.minute", "Minute"));
    sheet_put(sheet, page, "what_title", TR(texts, "kit.what", "What"));
    sheet_put(sheet, page, "teacher_title", TR(texts, "kit.teacher", "The teacher"));
    sheet_put(sheet, page, "class_title", TR(texts, "kit.class", "The class"));
    sheet_put(sheet, page, "before_title", TR(texts, "kit.before", "Before: ground rules"));
    sheet_put(sheet, page, "during_title", TR(texts, "kit.during", "During the story"));
    sheet_put(sheet, page, "askclass_title", TR(texts, "kit.askclass", "After: questions for the class"));
    sheet_put(sheet, page, "disclosure_title", TR(texts, "kit.disclosure", "If a child tells you something"));
    sheet_put(sheet, page, "bring_title", TR(texts, "kit.bring", "You need"));
    sheet_put(sheet, page, "bring",
              sheet->kit->is_restricted ? TR(texts, "kit.bring.text.alone", "A computer for each child or pair, and a quiet corner. The sheet for home. Nothing is sent anywhere, and no child is named.")
                                        : TR(texts, "kit.bring.text", "One computer and a projector. Vote cards, or hands. The sheet for home. Nothing is sent anywhere, and no child is named."));
}

/* What to do when a child tells something stands on every plan, if the level says it or not. */
static void put_disclosure(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    const StrView general[] = {
        TR(texts, "kit.disclosure.1", "Stay calm, listen and thank the child. Say that it is not the child's fault."),
        TR(texts, "kit.disclosure.2", "Promise help, but never promise to keep it to yourself. Ask no leading questions."),
        TR(texts, "kit.disclosure.3", "Write down the child's own words. Do not look at, copy or forward pictures."),
        TR(texts, "kit.disclosure.4", "Tell the person responsible for child protection on the same day. Your country's child helpline can advise you."),
    };
    const KitTexts *own = &sheet->kit->notes[KIT_DISCLOSURE];
    sheet_put_texts(sheet, &sheet->page, "disclosure", own->count ? own : &(KitTexts){ general, sizeof general / sizeof general[0] });
}

static void put_question_headings(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    PrintRow *page = &sheet->page;
    sheet_put(sheet, page, "questions_title", TR(texts, "kit.questions", "The questions of the story"));
    sheet_put(sheet, page, "questions_lead",
              sheet->kit->is_restricted ? TR(texts, "kit.questions.lead.alone", "For your eyes. Do not read the choices aloud, and do not vote on them.")
                                        : TR(texts, "kit.questions.lead", "Talk, vote, then reveal. Every choice has a reason; nobody is laughed at for one."));
    sheet_put(sheet, page, "safe_title", grade_title(texts, GRADE_SAFE));
    sheet_put(sheet, page, "okay_title", grade_title(texts, GRADE_OKAY));
    sheet_put(sheet, page, "risky_title", grade_title(texts, GRADE_RISKY));
    sheet_put(sheet, page, "next_title", TR(texts, "kit.next", "Practise next"));
    sheet_put(sheet, page, "ask_title", TR(texts, "kit.ask", "Talk about"));
    sheet_put(sheet, page, "words_title", TR(texts, "kit.words", "Words to use"));
}

void kit_fill_plan(Sheet *sheet)
{
    const LevelKit *kit = sheet->kit;
    PrintRow *page = &sheet->page;
    static const struct {
        const char *list;
        KitNote note;
    } notes[] = { { "aim", KIT_AIM }, { "before", KIT_BEFORE }, { "during", KIT_DURING }, { "askclass", KIT_ASK } };
    sheet_put(sheet, page, "title", kit->title);
    sheet_put(sheet, page, "summary", kit->summary);
    put_headings(sheet);
    sheet_put_picture(sheet, page, "sango", SV("sango-talking"));
    sheet_put_picture(sheet, page, "face", sheet_joined(sheet, kit->face.len ? kit->face : SV("sango"), "-", SV("happy")));
    put_facts(sheet);
    put_links(sheet);
    put_steps(sheet);
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
        sheet_put_texts(sheet, page, notes[i].list, &kit->notes[notes[i].note]);
    }
    put_disclosure(sheet);
    sheet_put_room(sheet, "room", 3550, 4250, 5100);
    put_question_headings(sheet);
    sheet_need(sheet, page, "decisions");
    for (size_t i = 0; i < kit->decision_count; i++) {
        put_decision(sheet, &kit->decisions[i], (unsigned)i + 1);
    }
    sheet_put_flag(sheet, page, "next_part", kit->next.len > 0);
    sheet_put(sheet, page, "next", kit->next);
    sheet_put_texts(sheet, page, "ask", &kit->asks);
    sheet_put_texts(sheet, page, "words", &kit->words);
    sheet_put_room(sheet, "room_questions", 4350, 4950, 6000);
}
