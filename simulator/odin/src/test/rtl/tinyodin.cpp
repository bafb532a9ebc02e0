// Runs the hardware description of tinyODIN, as Verilator compiles it, on networks that standard input gives, one after the other.
//
//   case NEURONS OPEN_LOOP OUTPUT_WHEN_PROCESSED ACKNOWLEDGE_CYCLES UNTIL
//   n WORD x 256                the neuron memory, in hexadecimal
//   w ROW DIGITS                weights of a row, one hexadecimal digit each, neuron 0 first; rows that are not given are 0
//   e CYCLE ADDRESS             an input, its address in hexadecimal: its request rises in that cycle, or later if the chip is not ready for it
//   go
//
// For each it writes, in the order of their cycles,
//
//   o CYCLE ADDRESS             an output event: its request rises
//   x CYCLE NEURON              a spike that found the queue full
//
// and then `v DIGITS`, the 256 potentials with three digits each, and `q QUEUED` and `end CYCLE`, the cycle in which nothing was left to do, or
// UNTIL had come and the controller waits. The memories and registers are set directly, not by SPI.
#include "VtinyODIN.h"
#include "VtinyODIN___024root.h"
#include "verilated.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

struct Event {
    long cycle;
    unsigned address;
};

// The name of a signal that tinyodin.vlt makes visible.
#define SIGNAL(path) top->rootp->tinyODIN__DOT__##path

// A cycle: what is set between the edges is what a register gives after the rising one.
static void rise(VtinyODIN* top) {
    top->CLK = 1;
    top->eval();
}

static void fall(VtinyODIN* top) {
    top->CLK = 0;
    top->eval();
}

static void reset(VtinyODIN* top) {
    top->AERIN_REQ = 0;
    top->AEROUT_ACK = 0;
    for (int i = 0; i < 16; i++) {
        top->RST = i < 8;
        rise(top);
        fall(top);
    }
}

static void finish(VtinyODIN* top, long cycle) {
    printf("v ");
    for (int i = 0; i < 256; i++) printf("%03x", SIGNAL(neuron_core_0__DOT__neurarray_0__DOT__SRAM)[i] & 0xFFF);
    int queued = SIGNAL(scheduler_0__DOT__empty_main) ? 0 : SIGNAL(scheduler_0__DOT__fifo_spike_0__DOT__fill_cnt) + 1;
    printf("\nq %d\nend %ld\n", queued, cycle);
    fflush(stdout);
}

static void run(VtinyODIN* top, const std::vector<Event>& events, int acknowledge, long until) {
    size_t next = 0;
    int waited = 0;
    bool request = false, taken = false, handed = false, acknowledged = false;
    for (long cycle = 0;; cycle++) {
        // The world around is made of registers: what they hold from this edge on follows from what they saw before it.
        if (request) {
            request = !taken;
        } else if (!taken && next < events.size() && cycle >= events[next].cycle) {
            request = true;
            top->AERIN_ADDR = events[next].address;
            next++;
        }
        if (handed == acknowledged) {
            waited = 0;
        } else if (++waited > acknowledge) {
            acknowledged = handed;
            waited = 0;
        }
        top->AERIN_REQ = request;
        top->AEROUT_ACK = acknowledged;
        fall(top);
        if (top->AEROUT_REQ && !handed) printf("o %ld %d\n", cycle, top->AEROUT_ADDR);
        taken = top->AERIN_ACK;
        handed = top->AEROUT_REQ;

        if (SIGNAL(controller_0__DOT__state) == 0 && !SIGNAL(AEROUT_CTRL_BUSY)) {
            if (cycle >= until || (SIGNAL(scheduler_0__DOT__empty_main) && next == events.size() && !request)) {
                finish(top, cycle);
                return;
            }
        }
        if (SIGNAL(scheduler_0__DOT__full_main) && !SIGNAL(scheduler_0__DOT__push_req_n)) {
            printf("x %ld %d\n", cycle + 1, SIGNAL(CTRL_NEURMEM_ADDR));
        }
        rise(top);
    }
}

int main(int argc, char** argv) {
    Verilated::commandArgs(argc, argv);
    VtinyODIN* top = new VtinyODIN;
    top->SCK = 0;
    top->MOSI = 0;
    std::vector<Event> events;
    std::vector<char> line(1 << 16);
    int acknowledge = 0;
    long until = 0;
    while (fgets(line.data(), line.size(), stdin)) {
        char* text = line.data();
        if (!strncmp(text, "case ", 5)) {
            int neurons, open, processed;
            if (sscanf(text, "case %d %d %d %d %ld", &neurons, &open, &processed, &acknowledge, &until) != 5) return 2;
            events.clear();
            SIGNAL(spi_slave_0__DOT__SPI_GATE_ACTIVITY) = 0;
            SIGNAL(spi_slave_0__DOT__SPI_OPEN_LOOP) = open;
            SIGNAL(spi_slave_0__DOT__SPI_AER_SRC_CTRL_nNEUR) = processed;
            SIGNAL(spi_slave_0__DOT__SPI_MAX_NEUR) = neurons - 1;
            reset(top);
            for (int i = 0; i < 8192; i++) SIGNAL(synaptic_core_0__DOT__synarray_0__DOT__SRAM)[i] = 0;
        } else if (text[0] == 'n') {
            char* at = text + 1;
            for (int i = 0; i < 256; i++) SIGNAL(neuron_core_0__DOT__neurarray_0__DOT__SRAM)[i] = strtoul(at, &at, 16);
        } else if (text[0] == 'w') {
            char* at = text + 1;
            long row = strtol(at, &at, 10);
            at++;
            for (int i = 0; at[i] && at[i] != '\n' && i < 256; i++) {
                unsigned digit = at[i] <= '9' ? at[i] - '0' : at[i] - 'a' + 10;
                SIGNAL(synaptic_core_0__DOT__synarray_0__DOT__SRAM)[row * 32 + i / 8] |= digit << 4 * (i % 8);
            }
        } else if (text[0] == 'e') {
            Event event;
            if (sscanf(text, "e %ld %x", &event.cycle, &event.address) != 2) return 2;
            events.push_back(event);
        } else if (!strncmp(text, "go", 2)) {
            run(top, events, acknowledge, until);
        }
    }
    return 0;
}
