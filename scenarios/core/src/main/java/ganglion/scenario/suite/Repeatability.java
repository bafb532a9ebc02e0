package ganglion.scenario.suite;

import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares two runs of one scenario and seed. They must give the same bits, whatever their threads and actors. */
final class Repeatability {

    private Repeatability() {}

    /**
     * Settings of the second run: other threads and actors, because repetition with the same settings would reveal a
     * dependence on them only sometimes.
     */
    static RunSettings otherSettings(ScenarioRun first, RunSettings settings) {
        long third = Math.max(1, first.network().neuronCount() / 3);
        int neuronsPerActor = (int) Math.min(third, Integer.MAX_VALUE - 1);
        boolean ranOnOne = settings.threads() == 1 || settings.threadsAsNeeded();
        return new RunSettings(neuronsPerActor, ranOnOne ? 2 : 1);
    }

    /** Hashes of the bits of all recorded potentials: even the sign of a zero must be the same. */
    private static List<Integer> potentials(ScenarioRun run) {
        return run.result().membranes().stream()
                .map(trace -> Arrays.hashCode(trace.potentials()))
                .toList();
    }

    /** What differs first, in one line; absent if nothing does. */
    static Optional<String> difference(ScenarioRun first, ScenarioRun second) {
        for (int p = 0; p < first.result().spikes().size(); p++) {
            SpikeRaster one = first.result().spikes().get(p);
            SpikeRaster other = second.result().spikes().get(p);
            if (!one.equals(other)) {
                String name = first.network().populations().get(p).name();
                return Optional.of("the spikes of " + name + " differ (" + one.size() + " and " + other.size() + ")");
            }
        }
        // Neuron updates are not compared: their number depends on how neurons are distributed over actors.
        long events = first.result().activity().synapticEvents();
        if (events != second.result().activity().synapticEvents()) {
            return Optional.of("the numbers of synaptic events differ (" + events + " and "
                    + second.result().activity().synapticEvents() + ")");
        }
        if (!potentials(first).equals(potentials(second))) {
            return Optional.of("the recorded potentials differ");
        }
        if (!first.decisions().equals(second.decisions())) {
            return Optional.of("the decisions differ");
        }
        for (int i = 0; i < first.costs().size(); i++) {
            ChipCost cost = first.costs().get(i);
            if (!Arrays.equals(
                    cost.energy().tickJoules(), second.costs().get(i).energy().tickJoules())) {
                return Optional.of("the energy on " + cost.profile().name() + " differs");
            }
        }
        return first.expectations().equals(second.expectations())
                ? Optional.empty()
                : Optional.of("the outcomes of the expectations differ");
    }
}
