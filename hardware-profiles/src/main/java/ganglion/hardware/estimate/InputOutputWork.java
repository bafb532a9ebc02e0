package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.InputOutput;
import ganglion.hardware.figure.Figure;
import java.util.Optional;

/**
 * What bringing inputs to a chip and results back adds to one decision.
 *
 * @param seconds time in which the chip waits for it
 * @param joules energy on top of the chip's idle power
 */
record InputOutputWork(double seconds, double joules) {

    private static final InputOutputWork NONE = new InputOutputWork(0, 0);

    static InputOutputWork of(HardwareProfile profile, DecisionWork work) {
        return profile.surroundings()
                .inputOutput()
                .map(found -> of(found, work))
                .orElse(NONE);
    }

    private static InputOutputWork of(InputOutput found, DecisionWork work) {
        double seconds = value(found.tickTime()) * work.ticksPerDecision() + value(found.decisionTime());
        return new InputOutputWork(seconds, value(found.power()) * seconds + value(found.decisionEnergy()));
    }

    private static double value(Optional<Figure> figure) {
        return figure.map(Figure::value).orElse(0.0);
    }
}
