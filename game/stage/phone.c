#include "stage_internal.h"

#include "sango/base/utf8.h"
#include "sango/ui/tween.h"

#include <string.h>

/* What the phone shows: opened and closed by the level, filled a line at a time. */

/* 0 where what happens now is shown as if it had always been so. */
static uint64_t begins_ms(const Stage *stage)
{
    return stage->is_instant || stage->reduced_motion ? 0 : stage->now_ms;
}

static Contact contact_of(StrView text)
{
    Contact contact = { .len = (uint8_t)utf8_valid_prefix(strview_slice(text, 0, CONTACT_MAX_BYTES)) };
    if (contact.len) {
        memcpy(contact.text, text.data, contact.len);
    }
    return contact;
}

static void empty_phone(Stage *stage)
{
    stage->phone_count = 0;
    stage->phone_lines = 0;
    stage->phone_title = (PhoneItem){ 0 };
    arena_reset(&stage->texts);
}

static void move_texts(PhoneItem *item, Arena *to)
{
    StrView *const texts[] = { &item->id, &item->from, &item->text, &item->facts.picture, &item->facts.sees, &item->facts.badge };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        *texts[i] = arena_copy(to, *texts[i]);
    }
}

/* The texts of items that are gone are let go now and then, so that an app that stays open takes no more and more memory. */
static void sweep_texts(Stage *stage)
{
    enum { LINES_KEPT = 8 * PHONE_ITEMS_MAX };
    if (++stage->phone_lines < LINES_KEPT) {
        return;
    }
    Arena kept;
    arena_init(&kept, stage->alloc, stage->texts.block_bytes);
    move_texts(&stage->phone_title, &kept);
    for (size_t i = 0; i < stage->phone_count; i++) {
        move_texts(&stage->phone_items[i], &kept);
    }
    arena_release(&stage->texts);
    stage->texts = kept;
    stage->phone_lines = 0;
}

void stage_phone(Stage *stage, StrView app, StrView contact)
{
    if (strview_equal(app, SV("off"))) {
        stage->phone_closed_ms = stage->phone_is_open ? begins_ms(stage) : 0;
        stage->phone_is_open = false;
        stage_arrange(stage);
        return;
    }
    PhoneApp wanted = PHONE_CHAT;
    (void)phone_app_find(app, &wanted);
    Contact named = contact_of(contact);
    bool is_same = wanted == stage->phone_app && strview_equal(contact_view(&named), contact_view(&stage->phone_contact));
    if (!stage->phone_is_open || !is_same) {
        empty_phone(stage);
    }
    if (!stage->phone_is_open) {
        stage->phone_opened_ms = begins_ms(stage);
    }
    stage->phone_is_open = true;
    stage->phone_app = wanted;
    stage->phone_contact = named;
    stage->woken_ms = stage->now_ms;
    stage_arrange(stage);
}

static PhoneItem make_item(Stage *stage, const PhoneLine *line)
{
    Arena *texts = &stage->texts;
    PhoneItem item = { .id = arena_copy(texts, line->id),
                       .from = arena_copy(texts, line->from),
                       .text = arena_copy(texts, line->text),
                       .facts = phone_facts_read(line->tags, line->tag_count),
                       .at_ms = begins_ms(stage),
                       .changed_ms = begins_ms(stage),
                       .order = ++stage->phone_order };
    item.facts.picture = arena_copy(texts, item.facts.picture);
    item.facts.sees = arena_copy(texts, item.facts.sees);
    item.facts.badge = arena_copy(texts, item.facts.badge);
    item.likes_before = 0;
    item.state_before = item.facts.state;
    if (item.facts.is_tapped && (item.facts.state == PHONE_ON || item.facts.state == PHONE_OFF)) {
        item.state_before = item.facts.state == PHONE_ON ? PHONE_OFF : PHONE_ON; /* it is seen to flip */
    }
    return item;
}

/* The item with the same words, if it is one that changes. */
static PhoneItem *find_same(Stage *stage, const PhoneItem *item)
{
    bool changes = item->facts.state != PHONE_STATE_NONE || item->facts.likes >= 0 || item->facts.is_tapped;
    for (size_t i = 0; changes && i < stage->phone_count; i++) {
        PhoneItem *old = &stage->phone_items[i];
        if (old->facts.part == item->facts.part && strview_equal(old->text, item->text) &&
            strview_equal(old->from, item->from)) {
            return old;
        }
    }
    return NULL;
}

static void change_item(PhoneItem *old, const PhoneItem *item)
{
    uint64_t at_ms = old->at_ms;
    PhoneItem before = *old;
    *old = *item;
    old->at_ms = at_ms;
    old->state_before = before.facts.state;
    old->likes_before = before.facts.likes > 0 ? before.facts.likes : 0;
}

/* What is being written is there until it has come, or something else has. */
static void drop_typing(Stage *stage)
{
    if (stage->phone_count && stage->phone_items[stage->phone_count - 1].facts.state == PHONE_TYPING) {
        stage->phone_count--;
    }
}

static void drop_oldest(Stage *stage)
{
    for (size_t i = 1; i < stage->phone_count; i++) {
        stage->phone_items[i - 1] = stage->phone_items[i];
    }
    stage->phone_count--;
}

void stage_phone_line(Stage *stage, const PhoneLine *line)
{
    if (!stage->phone_is_open) { /* a message opens the chat by itself */
        StrView contact = stage->phone_app == PHONE_CHAT ? contact_view(&stage->phone_contact) : SV("");
        stage_phone(stage, SV("chat"), contact);
    }
    sweep_texts(stage);
    PhoneItem item = make_item(stage, line);
    stage->woken_ms = stage->now_ms;
    stage_arrange(stage);
    if (item.facts.part == PHONE_TITLE) {
        stage->phone_title = item;
        return;
    }
    drop_typing(stage);
    PhoneItem *same = find_same(stage, &item);
    if (same) {
        change_item(same, &item);
        return;
    }
    if (stage->phone_count == PHONE_ITEMS_MAX) {
        drop_oldest(stage);
    }
    stage->phone_items[stage->phone_count++] = item;
}

bool stage_phone_is_open(const Stage *stage)
{
    return stage->phone_is_open;
}

float phone_share(const Stage *stage, uint64_t began_ms, uint32_t length_ms)
{
    return began_ms == 0 || stage->reduced_motion ? 1.0f : tween_share(stage->now_ms, began_ms, length_ms);
}

bool phone_is_leaving(const Stage *stage)
{
    return !stage->phone_is_open && phone_share(stage, stage->phone_closed_ms, PHONE_FALL_MS) < 1.0f;
}

/* Hearts and switches take longer than the item that they come with. */
static bool is_moving(const Stage *stage, const PhoneItem *item)
{
    bool counts = item->facts.likes >= 0 || item->facts.progress >= 0 || item->facts.is_tapped ||
                  item->facts.state != item->state_before;
    bool types = item->facts.state == PHONE_TYPING;
    return phone_share(stage, item->at_ms, types ? PHONE_TYPING_MS : PHONE_POP_MS) < 1.0f ||
           (counts && phone_share(stage, item->changed_ms, PHONE_COUNT_MS) < 1.0f);
}

bool phone_is_moving(const Stage *stage)
{
    if (!stage->phone_is_open) {
        return phone_is_leaving(stage);
    }
    bool moves = phone_share(stage, stage->phone_opened_ms, PHONE_RISE_MS) < 1.0f;
    for (size_t i = 0; !moves && i < stage->phone_count; i++) {
        moves = is_moving(stage, &stage->phone_items[i]);
    }
    return moves;
}
