/**
 * Networks as the memories of chips: what {@code ganglion export --target} writes.
 *
 * <pre>
 *   scenario --run--> network and input spikes --rounded to the chip's bits--> ChipProgram: memories and input events
 *        --TinyOdin (ganglion.odin)--> output events with their cycles --> ProgramFolder: files, and a testbench that checks them
 * </pre>
 */
package ganglion.chips;
