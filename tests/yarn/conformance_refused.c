#include "conformance.h"
#include "sango/base/utf8.h"

#include <stdio.h>
#include <string.h>

/* The codes of the official implementation, version 3.2. */
static const char *const codes[] = {
    "YS0001", "YS0002", "YS0003", "YS0004", "YS0005", "YS0006", "YS0007", "YS0008", "YS0009",
    "YS0010", "YS0011", "YS0012", "YS0013", "YS0014", "YS0015", "YS0016", "YS0017", "YS0018",
    "YS0019", "YS0020", "YS0021", "YS0022", "YS0027", "YS0028", "YS0029", "YS0030", "YS0031",
    "YS0032", "YS0033", "YS0034", "YS0035", "YS0036", "YS0037", "YS0038", "YS0039", "YS0040",
    "YS0041", "YS0042", "YS0043", "YS0044", "YS0045", "YS0046", "YS0047", "YS0048", "YS0050",
    "YS0051", "YS0052", "YS0053", "YS0060", "YS0061", "YS0062", "YS0063", "YS0064",
};

/* What the official one reports first for its own files, as far as its tests and its
 * catalogue say; `other` where they leave two open. */
static const struct {
    const char *name, *code, *other;
} expected[] = {
    { "Commands-NewlinesNotPermittedInCommands.yarn", "YS0006", NULL },
    { "Declarations-MustHaveValues.yarn", "YS0005", NULL },
    { "DuplicateLineTags.yarn", "YS0018", NULL },
    { "Enums-CannotBeComparedAcrossTypes.yarn", "YS0050", NULL },
    { "Enums-FunctionsAcceptingStringCannotAcceptNumberEnums.yarn", "YS0050", NULL },
    { "Enums-MemberReferenceWithoutTypesMustBeResolvable.yarn", "YS0050", "YS0038" },
    { "Enums-MustHaveConstantRawValues.yarn", "YS0037", NULL },
    { "Enums-MustHaveUniqueCases.yarn", "YS0035", NULL },
    { "Enums-MustHaveUniqueRawValues.yarn", "YS0035", NULL },
    { "Enums-MustNotBeEmpty.yarn", "YS0005", "YS0035" },
    { "Enums-RawValuesCannotBeEnums.yarn", "YS0037", "YS0035" },
    { "Enums-RawValuesMustAllBeOfSameType.yarn", "YS0035", NULL },
    { "Enums-StringRawValuesMustAllBeDefined.yarn", "YS0035", NULL },
    { "IncorrectIndentation-IndentedLinesFollowingOptionsMustHaveContent.yarn", "YS0005", NULL },
    { "Inference-FunctionsAndVarsCannotBeSolelyImplicit.yarn", "YS0029", "YS0028" },
    { "Inference-FunctionsCannotChangeType.yarn", "YS0050", NULL },
    { "Inference-FunctionsMustHaveSameNumberOfParams.yarn", "YS0014", NULL },
    { "Inference-MemberReferencesMustBeUnambiguous.yarn", "YS0050", "YS0038" },
    { "Jumps-ExpressionsMustBeStrings.yarn", "YS0050", NULL },
    { "Nodes-MustHaveNodeBody.yarn", "YS0004", "YS0005" },
    { "Nodes-MustHaveUniqueNameAcrossNodesAndGroups.yarn", "YS0031", "YS0011" },
    { "Nodes-MustHaveUniqueNames.yarn", "YS0011", NULL },
    { "Nodes-MustHaveUniqueSubtitles.yarn", "YS0032", NULL },
    { "Nodes-NodeGroupsMustAllHaveWhenClauses.yarn", "YS0031", NULL },
    { "Notes-WhenHeadersMustHaveExpressions.yarn", "YS0005", NULL },
    { "Operators-AdditionsRequireNumbersOrStrings.yarn", "YS0050", NULL },
    { "OptionConditions-MustHaveExpressions.yarn", "YS0005", NULL },
    { "SetStatements-MustHaveValues.yarn", "YS0005", NULL },
    { "ShadowLines-MustBeIdenticalToSourceLines.yarn", "YS0044", NULL },
    { "ShadowLines-MustHaveValidSourceLine.yarn", "YS0042", NULL },
    { "ShadowLines-MustNotHaveExpressions.yarn", "YS0043", NULL },
    { "SmartVariables-MustNotContainLoops.yarn", "YS0045", NULL },
    { "Variables-CannotBeAssignedConflictingTypes.yarn", "YS0050", NULL },
    { "Variables-MustBeAbleToInferDefinition.yarn", "YS0029", NULL },
};

typedef struct Errors {
    StrView text; /* of the script */
    uint32_t count;
    char first_code[32];
    uint32_t first_line, first_column, first_length;
    bool has_place; /* one with a known code and a range in the file */
} Errors;

/* Does the range lie in one line of the text? Its end may be behind the last letter,
 * where something is missing, but it is never empty. */
static bool is_in_text(StrView text, const Diag *diag)
{
    StrView line = SV("");
    for (uint32_t i = 0; i < diag->pos.line; i++) {
        if (!strview_take(&text, '\n', &line)) {
            return false;
        }
    }
    if (line.len > 0 && line.data[line.len - 1] == '\r') {
        line.len--;
    }
    size_t room = utf8_count(line) + 1; /* with the line's end */
    return diag->pos.line > 0 && diag->pos.column > 0 && diag->length > 0 &&
           (size_t)diag->pos.column - 1 + diag->length <= room;
}

static bool is_known(const char *code)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (strcmp(code, codes[i]) == 0) {
            return true;
        }
    }
    return strncmp(code, "yarn-", 5) == 0; /* our own */
}

static void collect(void *user, const Diag *diag)
{
    Errors *errors = user;
    if (diag->level != DIAG_ERROR) {
        return;
    }
    if (errors->count++ == 0) {
        (void)snprintf(errors->first_code, sizeof errors->first_code, "%s", diag->code);
        errors->first_line = diag->pos.line;
        errors->first_column = diag->pos.column;
        errors->first_length = diag->length;
    }
    errors->has_place = errors->has_place || (is_known(diag->code) && is_in_text(errors->text, diag));
}

static bool is_expected(const char *name, const char *code, const char **wanted)
{
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        if (strcmp(name, expected[i].name) == 0) {
            *wanted = expected[i].code;
            return strcmp(code, expected[i].code) == 0 ||
                   (expected[i].other && strcmp(code, expected[i].other) == 0);
        }
    }
    return true;
}

void conformance_refused(Tally *tally, const char *path, const char *name)
{
    Errors errors = { 0 };
    DiagSink diags = { .report = collect, .user = &errors };
    YarnProgram *program;
    const char *wanted = "";
    if (!conformance_read(tally, path, name, &errors.text)) {
        return;
    }
    Status status = conformance_compile(errors.text, name, &diags, &program);
    if (status == STATUS_OK) {
        conformance_fail(tally, name, "it compiles, but should be refused");
    } else if (!errors.has_place) {
        conformance_fail(tally, name,
                         "no error has a known code and a range in the file; the first is %s %u:%u+%u",
                         errors.first_code, (unsigned)errors.first_line, (unsigned)errors.first_column,
                         (unsigned)errors.first_length);
    } else if (!is_expected(name, errors.first_code, &wanted)) {
        conformance_fail(tally, name, "the first error is %s %u:%u+%u, expected %s", errors.first_code,
                         (unsigned)errors.first_line, (unsigned)errors.first_column,
                         (unsigned)errors.first_length, wanted);
    } else {
        printf("  %s: %s %u:%u+%u\n", name, errors.first_code, (unsigned)errors.first_line,
               (unsigned)errors.first_column, (unsigned)errors.first_length);
        conformance_pass(tally);
    }
    yarn_program_destroy(program);
    file_free(alloc_heap(), &errors.text);
}
