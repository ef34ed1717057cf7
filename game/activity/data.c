#include "activity_internal.h"

/* From the hashtags of lines to the items of an activity. */

static const char *const kind_names[ACTIVITY_KIND_COUNT] = {
#define X(name, text) text,
    ACTIVITY_KIND_LIST(X)
#undef X
};

const char *activity_kind_name(ActivityKind kind)
{
    return kind_names[kind];
}

bool activity_kind_find(StrView name, ActivityKind *kind)
{
    for (size_t i = 0; i < ACTIVITY_KIND_COUNT; i++) {
        if (strview_equal(name, strview_from_cstr(kind_names[i]))) {
            *kind = (ActivityKind)i;
            return true;
        }
    }
    return false;
}

/* The tag that makes a line an item; a name with ':' takes a value. */
static const struct {
    const char *tag;
    ActivityKind kind;
    bool is_thing;
} roles[ACTIVITY_ROLE_COUNT] = {
    [ACTIVITY_NOTHING] = { "", ACTIVITY_KIND_COUNT, false },
    [ACTIVITY_HINT] = { "hint", ACTIVITY_KIND_COUNT, false },
    [ACTIVITY_BASKET] = { "basket:", ACTIVITY_SORT, false },
    [ACTIVITY_CARD] = { "card:", ACTIVITY_SORT, true },
    [ACTIVITY_CLUE] = { "clue", ACTIVITY_SPOT, true },
    [ACTIVITY_FINE] = { "fine", ACTIVITY_SPOT, true },
    [ACTIVITY_STEP] = { "step", ACTIVITY_ORDER, true },
    [ACTIVITY_WORD] = { "word", ACTIVITY_BUILD, true },
    [ACTIVITY_PART] = { "part:", ACTIVITY_PLAN, true },
    [ACTIVITY_SLOT] = { "slot:", ACTIVITY_SAY, false },
    [ACTIVITY_PIECE] = { "piece:", ACTIVITY_SAY, true },
    [ACTIVITY_LEFT] = { "left:", ACTIVITY_MATCH, true },
    [ACTIVITY_RIGHT] = { "right:", ACTIVITY_MATCH, false },
};

ActivityKind activity_kind_of(ActivityRole role)
{
    return roles[role].kind;
}

const char *activity_role_tag(ActivityRole role)
{
    return roles[role].tag;
}

bool activity_is_thing(ActivityRole role)
{
    return roles[role].is_thing;
}

/* True when the tag is `name`, or begins with it when it ends in ':'; *value is then what follows. */
static bool is_tag(StrView tag, const char *name, StrView *value)
{
    StrView whole = strview_from_cstr(name);
    bool takes_value = whole.len && whole.data[whole.len - 1] == ':';
    if (takes_value ? !strview_starts_with(tag, whole) : !strview_equal(tag, whole)) {
        return false;
    }
    *value = strview_slice(tag, whole.len, tag.len);
    return true;
}

static ActivityRole role_of_tag(StrView tag, StrView *value)
{
    for (size_t i = ACTIVITY_HINT; i < ACTIVITY_ROLE_COUNT; i++) {
        if (is_tag(tag, roles[i].tag, value)) {
            return (ActivityRole)i;
        }
    }
    return ACTIVITY_NOTHING;
}

ActivityRole activity_role(const StrView *tags, size_t tag_count)
{
    StrView value;
    ActivityRole role = ACTIVITY_NOTHING;
    for (size_t i = 0; i < tag_count && role == ACTIVITY_NOTHING; i++) {
        role = role_of_tag(tags[i], &value);
    }
    return role;
}

static bool read_amount(StrView text, int *amount)
{
    int32_t number;
    bool is_amount = strview_to_int(text, &number) && number >= 0 && number <= ACTIVITY_AMOUNT_MAX;
    *amount = is_amount ? number : 0;
    return is_amount;
}

/* "2-4" */
static bool read_range(StrView text, int *low, int *high)
{
    StrView first;
    return strview_take(&text, '-', &first) && read_amount(first, low) && read_amount(text, high) && *low <= *high;
}

static void read_tag(ActivityItem *item, StrView tag)
{
    StrView value;
    ActivityRole role = role_of_tag(tag, &value);
    if (role == ACTIVITY_PART) {
        item->has_mistake |= !read_range(value, &item->low, &item->high);
    } else if (role != ACTIVITY_NOTHING) {
        item->key = value;
        item->has_mistake |= role != item->role || (tag.data[tag.len - 1] == ':' && value.len == 0);
    } else if (is_tag(tag, "or:", &value)) {
        item->or_key = value;
        item->has_mistake |= item->role != ACTIVITY_CARD || value.len == 0;
    } else if (is_tag(tag, "start:", &value)) {
        item->has_mistake |= !read_amount(value, &item->start) || item->role != ACTIVITY_PART;
    } else if (is_tag(tag, "known", &value)) {
        item->is_known = true;
        item->has_mistake |= item->role != ACTIVITY_WORD;
    } else if (is_tag(tag, "clear", &value)) {
        item->is_clear = true;
        item->has_mistake |= item->role != ACTIVITY_PIECE;
    } else if (is_tag(tag, "icon:", &value)) {
        item->icon = value;
    } else if (is_tag(tag, "picture:", &value)) {
        item->picture = value;
    }
}

static ActivityItem read_item(ActivityRole role, const ActivityLine *line)
{
    ActivityItem item = { .role = role, .id = line->id, .text = line->text, .start = -1 };
    for (size_t i = 0; i < line->tag_count; i++) {
        read_tag(&item, line->tags[i]);
    }
    item.has_mistake |= role == ACTIVITY_PART && item.start < 0;
    item.start = item.start < 0 ? 0 : item.start;
    return item;
}

void activity_data_begin(ActivityData *data, ActivityKind kind, StrView id, uint64_t seed)
{
    *data = (ActivityData){ .kind = kind, .id = id, .seed = seed };
}

bool activity_data_add(ActivityData *data, const ActivityLine *line)
{
    ActivityRole role = activity_role(line->tags, line->tag_count);
    data->counts[role]++;
    if (role == ACTIVITY_HINT && data->item_count) {
        data->items[data->item_count - 1].hint = line->text;
        data->items[data->item_count - 1].hint_id = line->id;
        return true;
    }
    if (role <= ACTIVITY_HINT || data->item_count == ACTIVITY_ITEMS_MAX) {
        return false;
    }
    data->items[data->item_count++] = read_item(role, line);
    return true;
}

bool activity_is_fixed(const ActivityItem *part)
{
    return part->low == part->high && part->low == part->start;
}

size_t activity_find_key(const ActivityData *data, ActivityRole role, StrView key)
{
    for (size_t i = 0; i < data->item_count; i++) {
        if (data->items[i].role == role && strview_equal(data->items[i].key, key)) {
            return i;
        }
    }
    return SIZE_MAX;
}
