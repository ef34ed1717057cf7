#include "sheet.h"

/* The sheet for those at home. */

static void put_calm(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    const StrView steps[] = {
        TR(texts, "kit.calm.1", "Breathe. Put other things away. Listen to the end."),
        TR(texts, "kit.calm.2", "Say: Thank you for telling me. It's not your fault. We'll do it together."),
        TR(texts, "kit.calm.3", "Do not scold, and do not take the device away. So it is easier to tell again."),
        TR(texts, "kit.calm.4", "Save messages as proof, block, report. Never save or forward a picture of a child's body."),
        TR(texts, "kit.calm.5", "Get help: from the school, or the child helpline of your country. Call the police when somebody is in danger."),
    };
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        PrintRow *row = sheet_add(sheet, &sheet->page, "calm");
        sheet_put_number(sheet, row, "number", (unsigned)i + 1);
        sheet_put(sheet, row, "text", steps[i]);
    }
}

static void put_moments(Sheet *sheet)
{
    sheet_need(sheet, &sheet->page, "moments");
    for (size_t i = 0; i < sheet->kit->moment_count; i++) {
        const KitMoment *moment = &sheet->kit->moments[i];
        PrintRow *row = sheet_add(sheet, &sheet->page, "moments");
        sheet_put(sheet, row, "text", moment->text);
        sheet_put_picture(sheet, row, "picture", sheet_joined(sheet, moment->actor, "-", moment->expression));
    }
}

void kit_fill_takehome(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    const LevelKit *kit = sheet->kit;
    PrintRow *page = &sheet->page;
    sheet_put(sheet, page, "title", kit->title);
    sheet_put(sheet, page, "summary", kit->summary);
    sheet_put(sheet, page, "kind", TR(texts, "kit.home", "For those at home"));
    sheet_put(sheet, page, "lead", TR(texts, "kit.home.lead", "Today your child helped the people of this story. Let your child tell you about it."));
    sheet_put(sheet, page, "happened_title", TR(texts, "kit.home.happened", "What happened"));
    sheet_put(sheet, page, "do_title", TR(texts, "kit.home.do", "Do it together"));
    sheet_put(sheet, page, "talk_title", TR(texts, "kit.home.talk", "Talk about it"));
    sheet_put(sheet, page, "words_title", TR(texts, "kit.home.words", "Words that your child practised"));
    sheet_put(sheet, page, "next_title", TR(texts, "kit.next", "Practise next"));
    sheet_put(sheet, page, "calm_title", TR(texts, "kit.calm", "When your child tells you something: the calm answer"));
    sheet_put_flag(sheet, page, "next_part", kit->next.len > 0);
    sheet_put_flag(sheet, page, "moments_part", kit->moment_count > 0);
    sheet_put(sheet, page, "next", kit->next);
    sheet_put_picture(sheet, page, "sango", SV("sango-happy"));
    sheet_put_picture(sheet, page, "house", SV("icon-house"));
    put_moments(sheet);
    sheet_put_texts(sheet, page, "home", &kit->notes[KIT_HOME]);
    sheet_put_texts(sheet, page, "ask", &kit->asks);
    sheet_put_texts(sheet, page, "words", &kit->words);
    put_calm(sheet);
    sheet_put_room(sheet, "room", 1800, 2400, 3100);
}
