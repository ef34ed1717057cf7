#include "sango/level/marks.h"
#include "sango/level/words.h"
#include "sheet.h"

/* What hangs on the wall and lies on the tables: certificate, cards, poster; and how a lesson is run. */

void kit_fill_certificate(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    const LevelKit *kit = sheet->kit;
    PrintRow *page = &sheet->page;
    sheet_put(sheet, page, "title", TR(texts, "certificate.title", "Certificate"));
    sheet_put(sheet, page, "lead", TR(texts, "certificate.lead", "for Sango's clever adviser"));
    sheet_put(sheet, page, "name", TR(texts, "kit.certificate.name", "Name, written by hand"));
    sheet_put(sheet, page, "date", TR(texts, "certificate.date", "Date"));
    sheet_put(sheet, page, "grown_up", TR(texts, "kit.certificate.teacher", "For the class: the teacher"));
    if (kit->is_restricted) { /* a paper that is shown around does not say what it was about */
        sheet_put(sheet, page, "story_title", TR(texts, "kit.certificate.lesson", "took part in"));
        sheet_put(sheet, page, "story", TR(texts, "kit.guide", "A lesson with Sango"));
    } else {
        sheet_put(sheet, page, "story_title", TR(texts, "kit.certificate.story", "helped the people of this story"));
        sheet_put(sheet, page, "story", kit->title);
    }
    sheet_put(sheet, page, "powers_title", TR(texts, "kit.certificate.powers", "practised these powers"));
    sheet_put(sheet, page, "words_title", TR(texts, "kit.certificate.words", "and knows words for telling"));
    sheet_put(sheet, page, "thanks", TR(texts, "certificate.thanks", "Thank you for your help! Stay safe and have fun online."));
    sheet_put_flag(sheet, page, "powers_part", kit->powers != 0);
    sheet_need(sheet, page, "powers");
    for (unsigned i = 0; i < POWER_COUNT; i++) {
        if (kit->powers >> i & 1) {
            PrintRow *row = sheet_add(sheet, page, "powers");
            sheet_put(sheet, row, "text", power_title(texts, (Power)i));
        }
    }
    sheet_put_texts(sheet, page, "words", kit->is_restricted ? &(KitTexts){ 0 } : &kit->words);
    sheet_put_room(sheet, "room", 740, 950, 1200);
}

void kit_fill_cards(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    PrintRow *page = &sheet->page;
    sheet_put(sheet, page, "title", TR(texts, "kit.cards", "Vote cards"));
    sheet_put(sheet, page, "how", TR(texts, "kit.cards.how", "One sheet for each child or pair. Cut along the dashed lines. The letter, the shape and the colour are those on the screen."));
    for (unsigned i = 0; i < VOTE_MARK_COUNT; i++) {
        VoteMark mark = (VoteMark)i;
        PrintRow *row = sheet_add(sheet, page, "cards");
        sheet_put(sheet, row, "letter", vote_mark_letter(mark));
        sheet_put(sheet, row, "text", vote_mark_title(texts, mark));
        sheet_put_picture(sheet, row, "mark", sheet_joined(sheet, SV("mark"), "_", vote_mark_name(mark)));
    }
}

void kit_fill_poster(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    PrintRow *page = &sheet->page;
    sheet_put(sheet, page, "title", TR(texts, "kit.poster", "Sango's tools"));
    sheet_put(sheet, page, "lead", TR(texts, "kit.poster.lead", "Does something feel odd? Stop. Breathe. Take a tool."));
    sheet_put(sheet, page, "end", TR(texts, "kit.poster.end", "It is never your fault. Tell a grown-up you trust, and tell again until somebody helps."));
    sheet_put_picture(sheet, page, "sango", SV("sango-ninja"));
    for (size_t i = 0; i < TOOL_COUNT; i++) {
        StrView tool = tool_id(i);
        PrintRow *row = sheet_add(sheet, page, "tools");
        sheet_put(sheet, row, "title", tool_title(texts, tool));
        sheet_put(sheet, row, "text", tool_text(texts, tool));
        sheet_put_picture(sheet, row, "picture", sheet_joined(sheet, SV("sango"), "-", i == 0 ? SV("cover") : tool));
    }
    sheet_put_room(sheet, "room", 950, 1150, 1450);
}

void kit_fill_guide(Sheet *sheet)
{
    const Catalogue *texts = sheet->paper->catalogue;
    PrintRow *page = &sheet->page;
    const struct {
        StrView title, text;
    } steps[] = {
        { TR(texts, "kit.guide.1", "The day before"), TR(texts, "kit.guide.1.text", "Read the lesson plan, two pages. Play the story once yourself. Copy the vote cards and the sheet for home. Find out who is responsible for child protection at your school.") },
        { TR(texts, "kit.guide.2", "Set it up"), TR(texts, "kit.guide.2.text", "One computer, one projector, sound if you have it. No internet, no accounts, no other devices. Start the game. Choose Grown-ups, then Big screen, then age, worlds and minutes.") },
        { TR(texts, "kit.guide.3", "Ground rules: 5 minutes"), TR(texts, "kit.guide.3.text", "We talk about the people of the story, not about each other. Nobody has to speak. Nobody is laughed at. Say who a child can come to, today and in private.") },
        { TR(texts, "kit.guide.4", "Talk, vote, reveal: 22 minutes"), TR(texts, "kit.guide.4.text", "At each question the story waits. Read the choices aloud. Pairs talk for a minute. All cards up at once. Count them in, or just pick. See what happens. Take a risky choice on purpose once: the class finds the way back.") },
        { TR(texts, "kit.guide.5", "Talk about it: 8 minutes"), TR(texts, "kit.guide.5.text", "Two or three of the questions on the plan. Different answers are welcome. Listen more than you say.") },
        { TR(texts, "kit.guide.6", "Words to use: 5 minutes"), TR(texts, "kit.guide.6.text", "Practise the sentences for telling, aloud and in pairs. Give out the sheet for home. Say again who to come to.") },
        { TR(texts, "kit.guide.7", "Afterwards"), TR(texts, "kit.guide.7.text", "Stay in the room for a while. If a child tells you something: stay calm, listen and thank the child. Promise help, but never promise to keep it to yourself. Ask no leading questions. Write down the child's own words. Follow your school's procedure on the same day.") },
    };
    sheet_put(sheet, page, "title", TR(texts, "kit.guide", "A lesson with Sango"));
    sheet_put(sheet, page, "lead", TR(texts, "kit.guide.lead", "40 minutes, one projector, a whole class. How to run it."));
    sheet_put_picture(sheet, page, "sango", SV("sango-cheering"));
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        PrintRow *row = sheet_add(sheet, page, "steps");
        sheet_put_number(sheet, row, "number", (unsigned)i + 1);
        sheet_put(sheet, row, "title", steps[i].title);
        sheet_put(sheet, row, "text", steps[i].text);
    }
    sheet_put_room(sheet, "room", 1740, 2450, 3200);
}
