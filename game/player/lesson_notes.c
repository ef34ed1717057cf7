#include "lesson_internal.h"

#include "play_internal.h"
#include "sango/player/widgets.h"

#include <math.h>

/* The teacher's page: where the class is, what each answer leads to, what comes next, and the notes of the story. It is on the second
 * display, or behind a key on the only one. */
enum { SIDE = 60, COLUMN_GAP = 60, ROW_GAP = 16, NOTES_BACK = 1 };

static const char *const note_tags[LESSON_NOTE_KINDS] = { "aim", "before", "during", "askclass", "disclosure", "home", "crc" };

void lesson_notes_read(const YarnProgram *program, const LevelEntry *level, const Catalogue *catalogue, Arena *arena, LessonNotes *notes)
{
    *notes = (LessonNotes){ 0 };
    for (size_t i = 0; i < yarn_program_line_count(program) && level->notes.len; i++) {
        YarnLineInfo line = yarn_program_line(program, i);
        if (!strview_equal(line.node, level->notes)) {
            continue;
        }
        for (unsigned kind = 0; kind < LESSON_NOTE_KINDS; kind++) {
            if (yarn_line_has_tag(&line, strview_from_cstr(note_tags[kind])) && notes->counts[kind] < LESSON_NOTES_MAX) {
                notes->lines[kind][notes->counts[kind]++] = arena_copy(arena, catalogue_get(catalogue, line.id, line.text));
            }
        }
    }
}

/* --- the page -------------------------------------------------------------------------------------------- */

typedef struct NotesPage {
    UiFrame *frame;
    Rect column; /* what is left of it: y moves on */
    float size;
    bool is_measured; /* nothing is drawn: how high is it? */
    bool is_shared;   /* the class sees it, too */
} NotesPage;

static void write_text(NotesPage *page, StrView text, bool is_heading, float indent)
{
    UiFrame *frame = page->frame;
    UiText words = { .rect = { page->column.x + indent, page->column.y, page->column.w - indent, 0 },
                     .text = text,
                     .face = is_heading ? TEXT_FACE_BOLD : TEXT_FACE_BODY,
                     .size = is_heading ? page->size * 1.12f : page->size,
                     .color = is_heading ? frame->theme->ink_soft : frame->theme->ink,
                     .line_spacing = 1.08f,
                     .role = is_heading ? SPEAK_HEADING : SPEAK_TEXT };
    float height = page->is_measured ? ui_text_height(frame, &words) : ui_text(frame, &words);
    page->column.y += height + (is_heading ? ROW_GAP * 0.5f : ROW_GAP);
}

static StrView heading_of(LessonNoteKind kind, const Catalogue *texts)
{
    switch (kind) {
    case LESSON_NOTE_AIM:
        return TR(texts, "notes.aim", "Aim");
    case LESSON_NOTE_BEFORE:
        return TR(texts, "notes.before", "Before you begin");
    case LESSON_NOTE_DURING:
        return TR(texts, "notes.during", "While you play");
    case LESSON_NOTE_ASK:
        return TR(texts, "notes.ask", "Questions for the class");
    case LESSON_NOTE_DISCLOSURE:
        return TR(texts, "notes.disclosure", "If a child tells you something");
    case LESSON_NOTE_HOME:
        return TR(texts, "notes.home", "For home");
    case LESSON_NOTE_CRC:
        return TR(texts, "notes.crc", "Children's rights");
    case LESSON_NOTE_KINDS:
        break;
    }
    return SV("");
}

static void write_kind(NotesPage *page, const LessonNotes *notes, LessonNoteKind kind)
{
    if (notes->counts[kind]) {
        write_text(page, heading_of(kind, page->frame->catalogue), true, 0);
    }
    for (size_t i = 0; i < notes->counts[kind]; i++) {
        write_text(page, notes->lines[kind][i], false, 0);
    }
    page->column.y += notes->counts[kind] ? ROW_GAP : 0;
}

static StrView grade_text(Grade grade, const Catalogue *texts)
{
    switch (grade) {
    case GRADE_SAFE:
        return TR(texts, "notes.safe", "safe");
    case GRADE_OKAY:
        return TR(texts, "notes.okay", "a start, with a better way");
    case GRADE_RISKY:
        return TR(texts, "notes.risky", "risky; the story shows the way back");
    }
    return SV("");
}

static StrView now_text(const LessonRun *run, const Catalogue *texts)
{
    if (run->is_asking) {
        switch (run->ask.phase) {
        case LESSON_RECAP:
            return TR(texts, "notes.now_recap", "The class reads what happened. Next: the question.");
        case LESSON_TALK:
            return TR(texts, "notes.now_talk", "Pairs talk, about a minute. Next: the vote.");
        case LESSON_VOTE:
            return TR(texts, "notes.now_vote", "Count the hands: a number key, a press on the card, arrows, or back on a remote. Next: the result.");
        case LESSON_RESULT:
            return TR(texts, "notes.now_result", "Ask for reasons. You may pick another card. Next: what happens.");
        case LESSON_LOOK:
            break;
        }
    }
    switch (run->step) {
    case LESSON_STEP_STORY:
        return run->play && run->play->mode == PLAY_MODE_REASON
                   ? TR(texts, "notes.now_reason", "The reason. Next: what would happen if, or the story goes on.")
                   : TR(texts, "notes.now_story", "The story goes on, page by page, to the next question.");
    case LESSON_STEP_DEBRIEF:
        return TR(texts, "notes.now_debrief", "Talk about the story. Thank the class for its reasons.");
    case LESSON_STEP_END:
        return TR(texts, "notes.now_end", "The end: the report and the papers.");
    case LESSON_STEP_DEAL:
    case LESSON_STEP_BEFORE:
    case LESSON_STEP_AFTER:
        break;
    }
    return SV("");
}

/* What is safe is not told to a class that has not voted yet. */
static bool tells_grades(const NotesPage *page, const LessonRun *run)
{
    bool is_open = page->is_shared && (run->ask.phase == LESSON_TALK || run->ask.phase == LESSON_VOTE);
    return run->ask.kind == LESSON_ASK_STORY && run->play && !is_open;
}

static void write_option(NotesPage *page, const LessonRun *run, size_t option)
{
    UiFrame *frame = page->frame;
    const PlayScene *play = run->play;
    const float mark = page->size * 1.2f;
    TextValue values[] = { { SV("letter"), vote_mark_letter((VoteMark)option) },
                           { SV("answer"), run->ask.options[option].text },
                           { SV("grade"), play && option < play->option_count ? grade_text(play->options[option].grade, frame->catalogue) : SV("") } };
    StrView pattern = tells_grades(page, run) ? TR(frame->catalogue, "notes.option", "{letter}: {answer} ({grade})") : SV("{letter}: {answer}");
    if (!page->is_measured) {
        draw_nine(frame->draw, lesson_mark_picture(frame, option), (Rect){ ui_mirror_x(frame, page->column.x, mark), page->column.y, mark, mark }, 0xFFFFFFFFu);
    }
    write_text(page, frame_format(frame, pattern, values, 3), false, mark + 18);
}

static void write_now(NotesPage *page, const LessonRun *run)
{
    const Catalogue *texts = page->frame->catalogue;
    write_text(page, TR(texts, "notes.now", "Now"), true, 0);
    StrView now = now_text(run, texts);
    if (now.len) {
        write_text(page, now, false, 0);
    }
    if (page->is_shared) {
        write_text(page, TR(texts, "notes.shared", "The class sees this page, too. Before the vote it does not say what is safe."), false, 0);
    }
    if (run->is_asking) {
        page->column.y += ROW_GAP;
        write_text(page, run->ask.question, true, 0);
        for (size_t i = 0; i < run->ask.option_count; i++) {
            write_option(page, run, i);
        }
    }
    page->column.y += ROW_GAP;
}

/* Both columns in this size; gives the end of the longer one. */
static float write_columns(UiFrame *frame, const LessonRun *run, float size, bool is_shared, bool is_measured)
{
    bool is_tall = screen_is_tall(frame);
    const float top = 200;
    float width = is_tall ? frame->width - 2 * SIDE - 40 : (frame->width - 2 * SIDE - 40 - COLUMN_GAP) / 2;
    NotesPage page = { frame, { SIDE + 20, top, width, 0 }, size, is_measured, is_shared };
    write_now(&page, run);
    write_kind(&page, &run->notes, LESSON_NOTE_ASK);
    write_kind(&page, &run->notes, LESSON_NOTE_AIM);
    write_kind(&page, &run->notes, LESSON_NOTE_CRC);
    float first = page.column.y;
    if (!is_tall) {
        page.column = (Rect){ SIDE + 20 + width + COLUMN_GAP, top, width, 0 };
    }
    write_kind(&page, &run->notes, LESSON_NOTE_BEFORE);
    write_kind(&page, &run->notes, LESSON_NOTE_DURING);
    write_kind(&page, &run->notes, LESSON_NOTE_DISCLOSURE);
    return page.column.y > first ? page.column.y : first;
}

void lesson_notes_draw(const LessonRun *run, bool is_shared, UiFrame *frame)
{
    const Catalogue *texts = frame->catalogue;
    const float most = 46, least = 18;
    float size = most;
    draw_fill(frame->draw, (Rect){ 0, 0, frame->width, frame->height }, 0, frame->theme->paper);
    ui_bar(frame, (Rect){ 0, 0, frame->width, 150 }, 0);
    StrView title = run->story ? run->story->title : TR(texts, "lesson.notes", "Notes for teachers");
    ui_text(frame, &(UiText){ .rect = { SIDE + 170, 20, frame->width - 2 * SIDE - 340, 110 },
                              .text = title,
                              .face = TEXT_FACE_TITLE,
                              .size = 56,
                              .color = frame->theme->on_bar,
                              .align = TEXT_ALIGN_CENTRE,
                              .role = SPEAK_HEADING,
                              .middle = true,
                              .max_lines = 1,
                              .fit_min = 0.3f });
    while (size > least && write_columns(frame, run, size, is_shared, true) > frame->height - 30) {
        size *= 0.96f;
    }
    (void)write_columns(frame, run, size, is_shared, false);
}

uint64_t lesson_notes_state(const LessonRun *run)
{
    const PlayScene *play = run->play;
    uint64_t state = strview_hash_more(STRVIEW_HASH_BEGIN, run->story ? run->story->key : SV("-"));
    unsigned parts[] = { run->step, run->is_asking, run->ask.phase, (unsigned)run->item, play ? (unsigned)play->mode : 99u };
    state = strview_hash_more(state, (StrView){ (const char *)parts, sizeof parts });
    return run->is_asking ? strview_hash_more(state, run->ask.question) : state;
}

/* --- on the only display -------------------------------------------------------------------------------------- */

typedef struct NotesScene {
    Scene base;
    LessonRun *run; /* borrowed */
} NotesScene;

static void notes_destroy(Scene *scene, App *app)
{
    scene_free(app, scene, sizeof(NotesScene));
}

static void notes_back(Scene *scene, App *app)
{
    (void)scene;
    scene_stack_pop(&app->scenes, 1);
}

static void notes_activate(Scene *scene, App *app, uint32_t id)
{
    (void)id;
    notes_back(scene, app);
}

/* The key that opened it closes it. */
static bool notes_input(Scene *scene, App *app, const InputEvent *event)
{
    if (event->kind == INPUT_NOTES || event->kind == INPUT_FORWARD || event->kind == INPUT_BACKWARD) {
        notes_back(scene, app);
        return true;
    }
    if (event->kind == INPUT_DISPLAYS) {
        lesson_run_displays(((NotesScene *)scene)->run, app);
        return true;
    }
    return false;
}

static void notes_draw(Scene *scene, App *app, UiFrame *frame)
{
    (void)app;
    const NotesScene *notes = (const NotesScene *)scene;
    ui_begin(frame, TR(frame->catalogue, "lesson.notes", "Notes for teachers"), NOTES_BACK);
    lesson_notes_draw(notes->run, true, frame);
    ui_button(frame, &(UiButton){ .id = NOTES_BACK,
                                  .rect = { 40, 16, 116, 116 },
                                  .label = TR(frame->catalogue, "lesson.notes_back", "Back to the class"),
                                  .icon = frame->mirrored ? SV("ui/btn_back_rtl") : SV("ui/btn_back"),
                                  .style = UI_BUTTON_ROUND });
    ui_end(frame);
}

Scene *lesson_notes_scene_create(App *app, LessonRun *run)
{
    static const SceneOps ops = {
        .name = "lesson notes",
        .opaque = true,
        .destroy = notes_destroy,
        .input = notes_input,
        .activate = notes_activate,
        .back = notes_back,
        .draw = notes_draw,
    };
    NotesScene *notes = scene_new(app, sizeof *notes);
    if (!notes) {
        return NULL;
    }
    notes->base.ops = &ops;
    notes->run = run;
    return &notes->base;
}
