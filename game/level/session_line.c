#include "session_internal.h"

/* The words of a line in the child's language, markup still in them. */
static bool translate(LevelSession *session, const YarnLine *line, StrView *text)
{
    *text = line->text;
    if (!session->catalogue) {
        return true;
    }
    StrView translation = catalogue_get(session->catalogue, line->info->id, line->info->text);
    if (translation.len == 0 || strview_equal(translation, line->info->text)) {
        return true;
    }
    StrBuf filled;
    strbuf_init(&filled, session->alloc);
    yarn_expand(&filled, translation, line->values, line->info->value_count);
    *text = arena_copy(&session->of_event, strbuf_view(&filled));
    bool is_done = !filled.failed && text->data;
    strbuf_release(&filled);
    return is_done;
}

/* How much of the shown text is "Kofi: ". A translation may keep the name as written
 * or leave it out; another word before a colon belongs to the sentence. */
static size_t speaker_bytes(const MarkupText *marked, StrView speaker)
{
    const MarkupAttribute *character = speaker.len ? markup_find(marked, SV("character")) : NULL;
    const YarnValue *name = character ? markup_property(character, SV("name")) : NULL;
    if (!name || name->type != YARN_TYPE_STRING || !strview_equal(name->as.string, speaker)) {
        return 0;
    }
    return marked->text.len - markup_without_speaker(marked).len;
}

static bool shift_attributes(LevelSession *session, const MarkupText *marked, size_t cut, SessionLine *shown)
{
    MarkupAttribute *kept = ARENA_ARRAY(&session->of_event, MarkupAttribute, marked->attribute_count);
    if (!kept && marked->attribute_count) {
        return false;
    }
    StrView front = strview_slice(marked->text, 0, cut);
    uint32_t cut_points = 0;
    for (size_t i = 0; i < front.len; i++) {
        cut_points += ((unsigned char)front.data[i] & 0xC0) != 0x80;
    }
    for (uint32_t i = 0; i < marked->attribute_count; i++) {
        MarkupAttribute attribute = marked->attributes[i];
        if (strview_equal(attribute.name, SV("character")) || attribute.start_bytes + attribute.length_bytes < cut) {
            continue;
        }
        uint32_t lost = attribute.start < cut_points ? cut_points - attribute.start : 0;
        uint32_t lost_bytes = attribute.start_bytes < cut ? (uint32_t)cut - attribute.start_bytes : 0;
        attribute.start = attribute.start + lost - cut_points;
        attribute.start_bytes = attribute.start_bytes + lost_bytes - (uint32_t)cut;
        attribute.length -= lost;
        attribute.length_bytes -= lost_bytes;
        kept[shown->attribute_count++] = attribute;
    }
    shown->attributes = kept;
    return true;
}

bool session_make_line(LevelSession *session, const YarnLine *line, SessionLine *shown)
{
    StrView text, language = session->catalogue ? session->catalogue->language : SV("en");
    MarkupText marked;
    DiagSink unheard = { 0 }; /* the linter has said it; the text is shown as it is */
    *shown = (SessionLine){ .id = line->info->id, .speaker = line->info->speaker, .info = line->info };
    if (!translate(session, line, &text)) {
        return false;
    }
    Status status = yarn_markup_parse(&session->of_event, text, language, line->info->place, &unheard, &marked);
    if (status == STATUS_NOMEM) {
        return false;
    }
    size_t cut = speaker_bytes(&marked, line->info->speaker);
    shown->text = arena_copy(&session->of_event, strview_slice(marked.text, cut, marked.text.len));
    return shown->text.data && shift_attributes(session, &marked, cut, shown);
}

void session_set_role(SessionEvent *event)
{
    static const struct {
        const char *tag;
        LineRole role;
    } roles[] = { { "reason", LINE_REASON }, { "hint", LINE_HINT },   { "next", LINE_NEXT },
                  { "ask", LINE_ASK },       { "words", LINE_WORDS }, { "bubble", LINE_BUBBLE } };
    const YarnLineInfo *info = event->line.info;
    StrView moment = yarn_line_tag_value(info, SV("moment"));
    event->role = LINE_SPEECH;
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        if (yarn_line_has_tag(info, strview_from_cstr(roles[i].tag))) {
            event->role = roles[i].role;
            break;
        }
    }
    event->is_mine = event->role == LINE_BUBBLE && yarn_line_has_tag(info, SV("mine"));
    if (moment.len) {
        StrView actor;
        event->role = LINE_MOMENT;
        (void)strview_take(&moment, '-', &actor);
        event->moment_actor = actor;
        event->moment_expression = moment;
    }
}
