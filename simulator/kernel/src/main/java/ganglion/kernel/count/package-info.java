/**
 * Counts how many of some rows reach each neuron, many neurons at a time. A row is a set of bits, one per neuron; rows are
 * added like the digits of binary numbers, 64 neurons per operation, and the digits are then gathered into a byte per neuron.
 *
 * <pre>
 *   BitLayout        which bit of which word, and which byte of which word, stands for a neuron
 *   CarrySaveAdder   rows of bits in, planes of binary digits out
 *   ByteCounts       planes in, a byte per neuron; and from there, by a table, summed input
 * </pre>
 *
 * Every loop over words writes one array and reads arrays at the index that it writes, so that the compiler vectorises it.
 */
package ganglion.kernel.count;
