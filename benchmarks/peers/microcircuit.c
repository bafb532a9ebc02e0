/*
 * Mean rates of the cortical microcircuit (T. Potjans and M. Diesmann, Cereb. Cortex 24, 785, 2014) at a fifth of its size, under a
 * constant drive, over 5 s after the first 500 ms: how much do they differ from one drawn network to the next? Written from the
 * paper's tables and rules; shares no code with Ganglion or NEST.
 *
 *   cc -O2 -o microcircuit microcircuit.c -lm && for seed in $(seq 20); do ./microcircuit $seed; done
 *
 * Prints the seed, then the rates of L2/3E, L2/3I, L4E, L4I, L5E, L5I, L6E and L6I in Hz.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { POPULATIONS = 8, SLOTS = 256, SETTLED = 5000, STEPS = 55000, REFRACTORY = 20 };

static const double SCALE = 0.2, STEP_MS = 0.1, MEMBRANE_MS = 10, SYNAPSE_MS = 0.5, CAPACITANCE_PF = 250;
static const double THRESHOLD_MV = -50, RESET_MV = -65, WEIGHT_PA = 87.8085;
static const int NEURONS[POPULATIONS] = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};
/* Current of the background synapses, and what the inputs that are left out would add; pA. */
static const double DRIVE_PA[POPULATIONS] = {561.974, 526.851, 737.591, 667.345, 702.468, 667.345, 1018.579, 737.591};
static const double MISSING_PA[POPULATIONS] = {519.511, 362.511, 572.376, 499.174, 519.047, 445.510, 954.454, 512.795};
static const double START_MV[POPULATIONS] = {-68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43};
static const double START_DEVIATION_MV[POPULATIONS] = {5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48};
/* Probability that a pair is connected: a row for each target, a column for each source. */
static const double CONNECTED[POPULATIONS][POPULATIONS] = {
    {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0},      {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0},
    {0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0},  {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0},
    {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0}, {0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0},
    {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
    {0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443}};

typedef struct { uint16_t source, target; uint8_t steps; float weight; } Synapse;

static uint64_t state[2];

static uint64_t bits(void) {                                   /* xorshift128+ (S. Vigna, 2017) */
    uint64_t a = state[0], b = state[1];
    state[0] = b;
    a ^= a << 23;
    state[1] = a ^ b ^ (a >> 17) ^ (b >> 26);
    return state[1] + b;
}

static double uniform(void) { return ((bits() >> 11) + 0.5) / 9007199254740992.0; }

static double normal(void) {                                   /* Box and Muller, both values used */
    static double spare;
    static int has_spare;
    if (has_spare) {
        has_spare = 0;
        return spare;
    }
    double radius = sqrt(-2 * log(uniform())), angle = 2 * M_PI * uniform();
    spare = radius * sin(angle);
    has_spare = 1;
    return radius * cos(angle);
}

static long synapses_between(int source, int target) {
    double connected = CONNECTED[target][source];
    double total = connected == 0 ? 0 : rint(log(1 - connected) / log(1 - 1 / ((double)NEURONS[source] * NEURONS[target])));
    return lrint(total * SCALE * SCALE);
}

static Synapse draw(int source, int first_source, int sources, int target, int first_target, int targets) {
    int inhibits = source % 2;
    double size = WEIGHT_PA / sqrt(SCALE);
    double mean = inhibits ? -4 * size : source == 2 && target == 0 ? 2 * size : size;
    double delay_ms = inhibits ? 0.75 : 1.5, weight, delay;
    Synapse drawn;
    drawn.source = first_source + (int)(uniform() * sources);
    drawn.target = first_target + (int)(uniform() * targets);
    do weight = mean + 0.1 * fabs(mean) * normal(); while (weight * mean < 0);
    do delay = delay_ms + 0.5 * delay_ms * normal(); while (delay < STEP_MS / 2);
    long steps = lrint(delay / STEP_MS);
    drawn.weight = weight;
    drawn.steps = steps < 1 ? 1 : steps >= SLOTS ? SLOTS - 1 : steps;
    return drawn;
}

int main(int count, char **arguments) {
    long seed = count > 1 ? atol(arguments[1]) : 1;
    state[0] = seed * 0x9E3779B97F4A7C15u + 1;
    state[1] = seed ^ 0xD1B54A32D192ED03u;
    for (int i = 0; i < 100; i++) bits();

    int first[POPULATIONS + 1] = {0};
    long synapses = 0;
    for (int p = 0; p < POPULATIONS; p++) first[p + 1] = first[p] + (int)lrint(NEURONS[p] * SCALE);
    for (int t = 0; t < POPULATIONS; t++) for (int s = 0; s < POPULATIONS; s++) synapses += synapses_between(s, t);

    /* Drawn in any order, then sorted by source. */
    int neurons = first[POPULATIONS];
    Synapse *drawn = malloc(synapses * sizeof *drawn), *sorted = malloc(synapses * sizeof *sorted);
    long *row = calloc(neurons + 2, sizeof *row), next = 0;
    for (int t = 0; t < POPULATIONS; t++)
        for (int s = 0; s < POPULATIONS; s++)
            for (long i = synapses_between(s, t); i > 0; i--)
                drawn[next++] = draw(s, first[s], first[s + 1] - first[s], t, first[t], first[t + 1] - first[t]);
    for (long i = 0; i < synapses; i++) row[drawn[i].source + 2]++;
    for (int n = 2; n <= neurons + 1; n++) row[n] += row[n - 1];
    for (long i = 0; i < synapses; i++) sorted[row[drawn[i].source + 1]++] = drawn[i];
    free(drawn);

    double *potential = malloc(neurons * sizeof(double)), *rest = malloc(neurons * sizeof(double));
    double *current = calloc(neurons, sizeof(double)), *arriving = calloc((long)SLOTS * neurons, sizeof(double));
    int *silent = calloc(neurons, sizeof(int));
    for (int p = 0; p < POPULATIONS; p++)
        for (int n = first[p]; n < first[p + 1]; n++) {
            potential[n] = START_MV[p] + START_DEVIATION_MV[p] * normal();
            rest[n] = RESET_MV + MEMBRANE_MS / CAPACITANCE_PF * (DRIVE_PA[p] - MISSING_PA[p] * (1 - sqrt(SCALE)));
        }

    /* Exact integration: the potential moves by the current before this step's spikes arrive. */
    double leak = exp(-STEP_MS / MEMBRANE_MS), decay = exp(-STEP_MS / SYNAPSE_MS);
    double charge = MEMBRANE_MS * SYNAPSE_MS / (CAPACITANCE_PF * (MEMBRANE_MS - SYNAPSE_MS)) * (leak - decay);
    long spikes[POPULATIONS] = {0};
    for (long step = 1; step <= STEPS; step++) {
        double *now = arriving + step % SLOTS * neurons;
        for (int p = 0; p < POPULATIONS; p++)
            for (int n = first[p]; n < first[p + 1]; n++) {
                if (silent[n] > 0) silent[n]--;
                else potential[n] = rest[n] + (potential[n] - rest[n]) * leak + current[n] * charge;
                current[n] = current[n] * decay + now[n];
                now[n] = 0;
                if (potential[n] < THRESHOLD_MV) continue;
                potential[n] = RESET_MV;
                silent[n] = REFRACTORY;
                spikes[p] += step > SETTLED;
                for (long i = row[n]; i < row[n + 1]; i++)
                    arriving[(step + sorted[i].steps) % SLOTS * neurons + sorted[i].target] += sorted[i].weight;
            }
    }
    printf("%ld", seed);
    for (int p = 0; p < POPULATIONS; p++)
        printf(" %.4f", spikes[p] / ((first[p + 1] - first[p]) * (STEPS - SETTLED) * STEP_MS / 1000));
    printf("\n");
    return 0;
}
