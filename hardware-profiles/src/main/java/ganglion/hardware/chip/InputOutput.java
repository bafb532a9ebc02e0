package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.Optional;

/**
 * What it takes to bring inputs to a chip and results back, beyond the messages inside it: a host in the loop, its
 * interface, a reset between inputs.
 *
 * @param tickTime seconds added to each tick
 * @param decisionTime seconds added to each decision
 * @param power watts drawn for these times, on top of the chip's idle power
 * @param decisionEnergy joules added to each decision
 */
public record InputOutput(
        Optional<Figure> tickTime,
        Optional<Figure> decisionTime,
        Optional<Figure> power,
        Optional<Figure> decisionEnergy) {}
