// Runs the hardware description of ODIN, as Verilator compiles it, on networks that standard input gives, one after the other.
//
//   case OPEN_LOOP BURST_PERIOD OUTPUT_WHEN_PROCESSED MONITORED LEARNS_UNMAPPED SENDS_UNMAPPED LEARNS_BY_SYNAPSE ACKNOWLEDGE_CYCLES UNTIL
//   sign DIGITS                 inhibitory neurons, 256 bits in hexadecimal, neuron 255 first
//   n NEURON DIGITS             a word of 128 bits of the neuron memory
//   s WORD DIGITS               a word of 32 bits of the synapse memory; those that are not given are 0
//   e CYCLE ADDRESS             an input, its address in hexadecimal: its request rises in that cycle, or when the chip is ready
//   go
//
// For each it writes, in the order of their cycles,
//
//   o CYCLE ADDRESS             an output event: its request rises
//   x CYCLE NEURON              a spike that found a queue full
//
// then the words of both memories that are not 0, as above, `up DIGITS` and `down DIGITS`, the flags of the neurons for learning, and
// `end CYCLE`: nothing is left to do, or UNTIL has come and the controller waits. Cycle 0 is the first one after the reset. Memories and
// registers are set directly, not by SPI.
#include "VODIN.h"
#include "VODIN___024root.h"
#include "verilated.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#define SPI(name) root.ODIN__DOT__spi_slave_0__DOT__SPI_##name
#define SCHEDULER(name) root.ODIN__DOT__scheduler_0__DOT__##name
#define NEURONS root.ODIN__DOT__neuron_core_0__DOT__neurarray_0__DOT__SRAM
#define SYNAPSES root.ODIN__DOT__synaptic_core_0__DOT__synarray_0__DOT__SRAM

/** A bit for each of the 57 queues of bursts. */
static const uint64_t QUEUES = (uint64_t(1) << 57) - 1;

/** Bits as 32-bit words, lowest first, from hexadecimal digits, highest first. */
static void parse(const char* hex, uint32_t* words, int count) {
  const int digits = 8 * count;
  memset(words, 0, 4 * count);
  for (int i = 0; i < digits && hex[i] > ' '; i++) {
    const char digit[2] = {hex[i], 0};
    const int place = digits - 1 - i;
    words[place / 8] |= uint32_t(strtoul(digit, nullptr, 16)) << (4 * (place % 8));
  }
}

static void print(const uint32_t* words, int count) {
  for (int i = count; i-- > 0;) printf("%08x", words[i]);
  putchar('\n');
}

static void edge(VODIN& chip) {
  chip.CLK = 1;
  chip.eval();
  chip.CLK = 0;
  chip.eval();
}

/** Runs from reset, and gives the cycle in which it ends. */
static long run(VODIN& chip, const std::vector<std::pair<long, uint32_t>>& events, long acknowledge, long until) {
  auto& root = *chip.rootp;
  chip.RST = 1;
  for (int i = 0; i < 8; i++) edge(chip);
  chip.RST = 0;
  while (root.ODIN__DOT__RST_sync) edge(chip);
  size_t next = 0;
  long waited = 0;
  bool request = false, taken = false, handed = false, acknowledged = false;
  for (long cycle = 0;; cycle++) {
    // The world around is made of registers: what they hold from this edge on follows from what they saw before it.
    if (request) {
      request = !taken;
    } else if (!taken && next < events.size() && cycle >= events[next].first) {
      request = true;
      chip.AERIN_ADDR = events[next++].second;
    }
    if (handed == acknowledged) {
      waited = 0;
    } else if (++waited > acknowledge) {
      acknowledged = handed;
      waited = 0;
    }
    chip.AERIN_REQ = request;
    chip.AEROUT_ACK = acknowledged;
    chip.eval();
    if (chip.AEROUT_REQ && !handed) printf("o %ld %d\n", cycle, chip.AEROUT_ADDR);
    taken = chip.AERIN_ACK;
    handed = chip.AEROUT_REQ;

    if (root.ODIN__DOT__controller_0__DOT__state == 0 && !root.ODIN__DOT__AEROUT_CTRL_BUSY) {
      const bool empty = SCHEDULER(empty_main) && SCHEDULER(empty_burst_fifo) == QUEUES;
      if (cycle >= until || (empty && next == events.size() && !request)) return cycle;
    }
    // Queues of bursts in reset stay empty, whatever is pushed.
    int lost = SCHEDULER(full_main) && !SCHEDULER(push_req_n);
    lost += __builtin_popcountll(SCHEDULER(full_burst_fifo) & ~SCHEDULER(push_req_burst_n_fifo) & QUEUES);
    for (int i = 0; i < lost; i++) printf("x %ld %d\n", cycle + 1, root.ODIN__DOT__CTRL_NEURMEM_ADDR);
    edge(chip);
  }
}

int main() {
  auto chip = std::make_unique<VODIN>();
  std::vector<std::pair<long, uint32_t>> events;
  long acknowledge = 0, until = 0;
  char line[256], hex[80];
  while (fgets(line, sizeof line, stdin)) {
    auto& root = *chip->rootp;
    long at;
    if (sscanf(line, "n %ld %79s", &at, hex) == 2) {
      uint32_t words[4];
      parse(hex, words, 4);
      for (int i = 0; i < 4; i++) NEURONS[at][i] = words[i];
    } else if (sscanf(line, "s %ld %79s", &at, hex) == 2) {
      SYNAPSES[at] = strtoul(hex, nullptr, 16);
    } else if (sscanf(line, "e %ld %79s", &at, hex) == 2) {
      events.emplace_back(at, strtoul(hex, nullptr, 16));
    } else if (sscanf(line, "sign %79s", hex) == 1) {
      uint32_t words[8];
      parse(hex, words, 8);
      for (int i = 0; i < 8; i++) SPI(SYN_SIGN)[i] = words[i];
    } else if (!strncmp(line, "case ", 5)) {
      int open, period, processed, monitored, learns, sends, synapse;
      if (sscanf(line, "case %d %d %d %d %d %d %d %ld %ld", &open, &period, &processed, &monitored, &learns, &sends, &synapse,
                 &acknowledge, &until) != 9) return 2;
      SPI(GATE_ACTIVITY) = 0;
      SPI(OPEN_LOOP) = open;
      SPI(BURST_TIMEREF) = period;
      SPI(OUT_AER_MONITOR_EN) = 0;
      SPI(AER_SRC_CTRL_nNEUR) = processed;
      SPI(MONITOR_NEUR_ADDR) = monitored;
      SPI(MONITOR_SYN_ADDR) = 0;
      SPI(UPDATE_UNMAPPED_SYN) = learns;
      SPI(PROPAGATE_UNMAPPED_SYN) = sends;
      SPI(SDSP_ON_SYN_STIM) = synapse;
    } else if (!strncmp(line, "go", 2)) {
      const long cycle = run(*chip, events, acknowledge, until);
      for (int i = 0; i < 256; i++) {
        const uint32_t words[4] = {NEURONS[i][0], NEURONS[i][1], NEURONS[i][2], NEURONS[i][3]};
        if (words[0] | words[1] | words[2] | words[3]) {
          printf("n %d ", i);
          print(words, 4);
        }
      }
      for (int i = 0; i < 8192; i++)
        if (SYNAPSES[i]) printf("s %d %08x\n", i, SYNAPSES[i]);
      uint32_t flags[8];
      for (int i = 0; i < 8; i++) flags[i] = root.ODIN__DOT__neuron_core_0__DOT__NEUR_V_UP[i];
      printf("up ");
      print(flags, 8);
      for (int i = 0; i < 8; i++) flags[i] = root.ODIN__DOT__neuron_core_0__DOT__NEUR_V_DOWN[i];
      printf("down ");
      print(flags, 8);
      printf("end %ld\n", cycle);
      fflush(stdout);
      events.clear();
      chip = std::make_unique<VODIN>();
    }
  }
  return 0;
}
