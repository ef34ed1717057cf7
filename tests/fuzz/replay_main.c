/* Runs a fuzz target once per file named, so that every compiler checks the corpus. */
#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    static uint8_t data[1 << 20];
    for (int i = 1; i < argc; i++) {
        FILE *in = fopen(argv[i], "rb");
        if (!in) {
            perror(argv[i]);
            return 2;
        }
        size_t size = fread(data, 1, sizeof data, in);
        (void)fclose(in);
        (void)LLVMFuzzerTestOneInput(data, size);
    }
    return 0;
}
