#include "ui_internal.h"

/* What a scene draws by itself and lets be pressed. */
void ui_area(UiFrame *frame, const UiArea *area)
{
    Rect box = ui_place(frame, area->rect);
    ui_speak(frame, &(SpeakItem){ .id = area->id,
                                  .role = area->role,
                                  .flags = area->flags,
                                  .label = area->label,
                                  .value = area->value,
                                  .description = area->description,
                                  .line_id = area->line_id,
                                  .rect = box });
    if (area->id != 0)
        ui_add_target(frame, &(UiTarget){ .id = area->id,
                                          .rect = box,
                                          .disabled = (area->flags & SPEAK_DISABLED) != 0,
                                          .group = area->group,
                                          .first_cmd = area->first_cmd,
                                          .focus_art = area->focus_art,
                                          .is_round = area->is_round });
}
