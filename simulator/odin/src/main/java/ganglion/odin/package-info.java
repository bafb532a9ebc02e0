/**
 * The digital chips ODIN and tinyODIN of C. Frenkel et al. (IEEE Trans. Biomed. Circuits Syst. 13(1), 2019), as they compute: the same
 * states, the same output events in the same order, in the same cycle of the clock.
 *
 * <p>The models are written from the published hardware descriptions (github.com/ChFrenkel/ODIN and tinyODIN, Solderpad Hardware Licence),
 * and are held to them: tests compare every event and every state with the description itself, run in Verilator, where
 * {@code -Dganglion.odin-rtl=FOLDER} names a folder with the clones {@code tinyODIN} and {@code ODIN}. Without it, tests compare with
 * vectors that were made so. The hardware descriptions are no part of this project.
 *
 * <p>A chip is one object with arrays of states and weights, without actors, threads or chance. It goes from event to event, not from
 * cycle to cycle: what the controller does in the cycles of an event follows from the event. Nothing is allocated while it runs. Times are
 * cycles of the chip's clock, counted from the first rising edge at which an input could be seen.
 */
package ganglion.odin;
