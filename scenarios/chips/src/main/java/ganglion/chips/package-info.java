/**
 * Networks as the memories of chips: what {@code ganglion export --target} writes, and runs with {@code apply: bit-true} compute.
 *
 * <pre>
 *   scenario --run--> network and input spikes --rounded to the chip's bits--> ChipProgram: memories and input events
 *        --TinyOdin (ganglion.odin)--> output events with their cycles --> ProgramFolder: files, and a testbench that checks them
 * </pre>
 */
package ganglion.chips;
