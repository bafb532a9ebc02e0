package ganglion.scenario.expect;

import ganglion.kernel.MembraneTrace;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.OptionalInt;

/** Figures of recorded membrane potentials. */
final class MembraneFigures {

    private MembraneFigures() {}

    static Measured potential(Measure.Membrane measure, Evidence evidence) {
        String population = measure.subject().population();
        OptionalInt neuron = measure.subject().neuron();
        Window window = measure.subject().window();
        String text = measure.statistic().name().toLowerCase(Locale.ROOT) + " membrane potential of "
                + Wording.neurons(population, neuron) + Wording.within(window, evidence.clock());
        MembraneTrace trace = evidence.result().membranes().stream()
                .filter(each -> each.population().equals(population))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no potentials of " + population + " were recorded"));
        DoubleSummaryStatistics potentials = new DoubleSummaryStatistics();
        long until = Math.min(window.untilTick().orElse(trace.ticks()), trace.ticks());
        for (long tick = window.fromTick(); tick < until; tick++) {
            for (int i = neuron.orElse(0); i < neuron.orElse(trace.neuronCount() - 1) + 1; i++) {
                potentials.accept(trace.at((int) tick, i));
            }
        }
        if (potentials.getCount() == 0) {
            return Measured.unknown(text, "the run ends before the window begins");
        }
        return Measured.of(text, measure.statistic(), potentials);
    }
}
