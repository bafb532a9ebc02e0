// Checks a program of {chip} on the chip's hardware description: every output event and its cycle, and the potentials at the end.
// Made by ganglion export. With +spi all memories are written over the SPI bus; without, as images. With +vcd, check.vcd has the waves.
`timescale 1ns/1ps

module check;
    `include "settings.vh"

    reg clk = 0;
    always #(PERIOD_NS / 2) clk = ~clk;

    reg rst = 0, sck = 0, mosi = 0;
    wire miso;
    reg [`ADDRESS_BITS - 1:0] input_address = 0;
    reg input_request = 0;
    wire input_acknowledge;
    wire [7:0] output_address;
    wire output_request;
    reg output_acknowledge = 0;

    `CHIP dut (
        .CLK(clk), .RST(rst), .SCK(sck), .MOSI(mosi), .MISO(miso),
        .AERIN_ADDR(input_address), .AERIN_REQ(input_request), .AERIN_ACK(input_acknowledge),
        .AEROUT_ADDR(output_address), .AEROUT_REQ(output_request), .AEROUT_ACK(output_acknowledge));

    // An event: 48 bits of a cycle, 16 of an address. What is behind the words of a file stays as no word is.
    reg [63:0] inputs [0:INPUTS + 1];
    reg [63:0] outputs [0:OUTPUTS + 1];
    reg [39:0] writes [0:WRITES + 1];
    reg [15:0] states [0:NEURONS + 1];
    `define READ(FILE, WORDS, COUNT) \
        for (i = 0; i <= COUNT + 1; i = i + 1) WORDS[i] = ~64'd0; \
        $readmemh(FILE, WORDS, 0); \
        for (i = 0; i <= COUNT + 1; i = i + 1) \
            if (^WORDS[i] === 1'bx || (&WORDS[i]) != (i >= COUNT)) \
                $fatal(1, "%s: word %0d is not as it was exported, of %0d words", FILE, i + 1, COUNT);

    integer i, bit_index, seen_file;

    task send(input [39:0] word);
        begin
            for (bit_index = 39; bit_index >= 0; bit_index = bit_index - 1) begin
                mosi = word[bit_index];
                #(4 * PERIOD_NS) sck = 1;
                #(4 * PERIOD_NS) sck = 0;
            end
            // The controller takes a write in a few cycles of its clock.
            #(8 * PERIOD_NS);
        end
    endtask

    reg running = 0;

    initial begin
        if ($test$plusargs("vcd")) begin
            $dumpfile("check.vcd");
            $dumpvars(0, check);
        end
        `READ("inputs.mem", inputs, INPUTS)
        `READ("outputs.mem", outputs, OUTPUTS)
        `READ("spi.mem", writes, WRITES)
        `READ("states.mem", states, NEURONS)
        seen_file = $fopen("seen.csv", "w");
        $fwrite(seen_file, "time,neuron\n");
        // The reset is seen by its edge.
        #(PERIOD_NS) rst = 1;
        #(16 * PERIOD_NS) rst = 0;
        #(16 * PERIOD_NS);
        for (i = 0; i < REGISTERS; i = i + 1) send(writes[i]);
        if ($test$plusargs("spi")) begin
            for (i = REGISTERS; i < WRITES - STARTS; i = i + 1) send(writes[i]);
        end else begin
            $readmemh("neurons.mem", dut.neuron_core_0.neurarray_0.SRAM, 0, 255);
            $readmemh("synapses.mem", dut.synaptic_core_0.synarray_0.SRAM, 0, 8191);
        end
        for (i = WRITES - STARTS; i < WRITES; i = i + 1) send(writes[i]);
        #(16 * PERIOD_NS);
        @(negedge clk) running = 1;
    end

    // The world around the chip is made of registers: what they hold from an edge on follows from what they saw before it.
    reg [47:0] cycle = 0;
    reg handed = 0;
    integer next = 0, seen = 0, wrong = 0;

    task differ;
        begin
            wrong = wrong + 1;
            if (wrong == 1) begin
                if (seen < OUTPUTS)
                    $display("different: output event %0d, expected neuron %0d in cycle %0d, found neuron %0d in cycle %0d",
                        seen, outputs[seen][15:0], outputs[seen][63:16], output_address, cycle - 48'd1);
                else
                    $display("different: output event %0d, expected none, found neuron %0d in cycle %0d",
                        seen, output_address, cycle - 48'd1);
            end
        end
    endtask

    always @(posedge clk) if (running) begin
        cycle <= cycle + 48'd1;
        handed <= output_request;
        output_acknowledge <= output_request;
        if (input_request) begin
            if (input_acknowledge) input_request <= 0;
        end else if (!input_acknowledge && next < INPUTS && cycle >= inputs[next][63:16]) begin
            input_request <= 1;
            input_address <= inputs[next][15:0];
            next = next + 1;
        end
        if (output_request && !handed) begin
            $fwrite(seen_file, "%0.12f,%0d\n", (cycle - 48'd1) * PERIOD_NS * 1.0e-9, output_address);
            if (seen >= OUTPUTS) differ;
            else if (outputs[seen] != {cycle - 48'd1, 8'd0, output_address}) differ;
            seen = seen + 1;
        end
        if (cycle == LAST + 48'd1) begin
            if (seen < OUTPUTS && wrong == 0) begin
                wrong = 1;
                $display("different: output event %0d, expected neuron %0d in cycle %0d, found none", seen,
                    outputs[seen][15:0], outputs[seen][63:16]);
            end
            for (i = 0; i < NEURONS; i = i + 1)
                if (`STATE(dut.neuron_core_0.neurarray_0.SRAM[i]) !== states[i][11:0]) begin
                    if (wrong == 0)
                        $display("different: neuron %0d ends at %0d, expected %0d", i,
                            $signed(`STATE(dut.neuron_core_0.neurarray_0.SRAM[i])), $signed(states[i]));
                    wrong = wrong + 1;
                end
            $fclose(seen_file);
            if (wrong > 0) $fatal(1, "%0d differences", wrong);
            $display("equal: %0d output events in their cycles, %0d potentials", seen, NEURONS);
            $finish;
        end
    end
endmodule
