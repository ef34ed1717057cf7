#include "stage_internal.h"

#include "sango/ui/tween.h"

/* What the phone shows: opened and closed by the level, filled a message at a time. */

void stage_phone(Stage *stage, StrView app, StrView contact)
{
    if (strview_equal(app, SV("off"))) {
        stage->phone_closed_ms = !stage->phone_is_open || stage->is_instant || stage->reduced_motion ? 0 : stage->now_ms;
        stage->phone_is_open = false;
        stage_arrange(stage);
        return;
    }
    bool is_new = !stage->phone_is_open || !strview_equal(contact, name_view(&stage->phone_contact));
    if (is_new) {
        stage->message_count = 0;
        arena_reset(&stage->texts);
    }
    if (!stage->phone_is_open) {
        stage->phone_opened_ms = stage->is_instant || stage->reduced_motion ? 0 : stage->now_ms;
    }
    stage->phone_is_open = true;
    stage->phone_app = name_of(app);
    stage->phone_contact = name_of(contact);
    stage->woken_ms = stage->now_ms;
    stage_arrange(stage);
}

void stage_phone_message(Stage *stage, StrView from, StrView text, bool is_mine)
{
    stage->phone_is_open = true;
    stage_arrange(stage);
    if (stage->message_count == MESSAGES_MAX) {
        for (size_t i = 1; i < MESSAGES_MAX; i++) {
            stage->messages[i - 1] = stage->messages[i];
        }
        stage->message_count--;
    }
    stage->messages[stage->message_count++] =
        (Message){ .from = arena_copy(&stage->texts, from),
                   .text = arena_copy(&stage->texts, text),
                   .is_mine = is_mine,
                   .at_ms = stage->is_instant || stage->reduced_motion ? 0 : stage->now_ms };
    stage->woken_ms = stage->now_ms;
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

bool phone_is_moving(const Stage *stage)
{
    if (!stage->phone_is_open) {
        return phone_is_leaving(stage);
    }
    const Message *newest = stage->message_count ? &stage->messages[stage->message_count - 1] : NULL;
    return phone_share(stage, stage->phone_opened_ms, PHONE_RISE_MS) < 1.0f ||
           (newest && phone_share(stage, newest->at_ms, MESSAGE_POP_MS) < 1.0f);
}
