/* Lessons and exports from anywhere: what is taken has no small count, and is the same when written and read again; importing twice
 * changes nothing the second time. */
#include "sango/classroom/shelf.h"

#include <stdint.h>
#include <stdlib.h>

static void require(bool is_so)
{
    if (!is_so) {
        abort();
    }
}

static void check_lesson(const Lesson *lesson)
{
    for (size_t i = 0; i < lesson->story_count; i++) {
        for (size_t j = 0; j < lesson->stories[i]->decision_count; j++) {
            const LessonDecision *decision = &lesson->stories[i]->decisions[j];
            require(decision->picked < decision->option_count && decision->has_spread == (lesson_hands(decision) >= LESSON_SPREAD_MIN));
        }
    }
    for (size_t i = 0; i < lesson->measure_count; i++) {
        for (size_t j = 0; j < MEASURE_FIGURE_COUNT * MEASURE_ITEMS_PER_FIGURE; j++) {
            unsigned hands = lesson_item_hands(lesson->measures[i].counts[j / MEASURE_ITEMS_PER_FIGURE][j % MEASURE_ITEMS_PER_FIGURE]);
            require(hands == 0 || hands >= LESSON_SPREAD_MIN);
        }
    }
}

static void read_one(StrView text)
{
    Lesson lesson, again;
    if (lesson_parse(alloc_heap(), SV("f"), text, NULL, &lesson) != STATUS_OK) {
        return;
    }
    StrBuf first, second;
    strbuf_init(&first, alloc_heap());
    strbuf_init(&second, alloc_heap());
    check_lesson(&lesson);
    lesson_write(&lesson, &first);
    require(lesson_parse(alloc_heap(), SV("f"), strbuf_view(&first), NULL, &again) == STATUS_OK);
    lesson_write(&again, &second);
    require(strview_equal(strbuf_view(&first), strbuf_view(&second)));
    lesson_release(&lesson);
    lesson_release(&again);
    strbuf_release(&first);
    strbuf_release(&second);
}

static void merge(StrView text)
{
    Store *store = NULL;
    ShelfMerge first, second;
    StrBuf out, again;
    strbuf_init(&out, alloc_heap());
    strbuf_init(&again, alloc_heap());
    require(store_memory_open(alloc_heap(), &store) == STATUS_OK);
    if (shelf_import(store, alloc_heap(), SV("f"), text, NULL, &first) == STATUS_OK) {
        require(shelf_export(store, alloc_heap(), SV(""), &out) == STATUS_OK);
        require(shelf_import(store, alloc_heap(), SV("f"), text, NULL, &second) == STATUS_OK);
        require(second.added == 0 && second.renewed == 0 && second.refused == first.refused);
        require(shelf_import(store, alloc_heap(), SV("f"), strbuf_view(&out), NULL, &second) == STATUS_OK);
        require(second.added == 0 && second.renewed == 0 && second.refused == 0);
        require(shelf_export(store, alloc_heap(), SV(""), &again) == STATUS_OK);
        require(strview_equal(strbuf_view(&out), strbuf_view(&again)));
    }
    store->ops->close(store);
    strbuf_release(&out);
    strbuf_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    StrView text = { (const char *)data, size };
    read_one(text);
    merge(text);
    return 0;
}
