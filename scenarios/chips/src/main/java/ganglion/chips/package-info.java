/**
 * Networks as the memories of chips: what {@code ganglion export --target} writes, and runs with {@code apply: bit-true} compute.
 *
 * <pre>
 *   scenario --run--> network and input spikes --rounded to the chip's bits--> ChipProgram: memories and input events
 *        --model (ganglion.odin)--> ProgramRun: output events with their cycles --> ProgramFolder: files, and a testbench that checks them
 * </pre>
 *
 * A {@link ganglion.chips.Chip} says what is particular to one; another chip of this kind is another subclass.
 */
package ganglion.chips;
