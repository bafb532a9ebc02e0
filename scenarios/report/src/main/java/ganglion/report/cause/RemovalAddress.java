package ganglion.report.cause;

import ganglion.documents.InputException;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.model.Scenario;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is knocked out, as users write it: {@code taps/0@3ms} for a spike, {@code taps/0} for a neuron, {@code taps/0->out/1} for all synapses
 * from one neuron to another.
 *
 * @param text as it was written
 * @param source the neuron, or that which the synapses come from
 * @param tick of a spike
 * @param target the neuron that synapses end on; null for a spike or a neuron
 */
record RemovalAddress(String text, Place source, OptionalLong tick, Place target) {

    static final String OPTION = "--without";

    /** Targets that a message names. */
    private static final int NAMED_TARGETS = 8;

    private static final Pattern SYNAPSES = Pattern.compile("(.+?)->(.+)");
    private static final Pattern NEURON = Pattern.compile("(.+)/(\\d{1,9})");

    /** A neuron by the name of its population. */
    record Place(String population, int neuron) {

        private static Place parse(String text, Scenario scenario) throws InputException {
            Matcher form = NEURON.matcher(text.strip());
            if (!form.matches()) {
                throw SpikeAddress.problem(
                        OPTION,
                        "found '" + text
                                + "', expected a spike such as 'out/3@128ms', a neuron such as out/3, or synapses"
                                + " such as 'hidden/7->out/3', which need quotes in a shell");
            }
            int neuron = Integer.parseInt(form.group(2));
            return checked(form.group(1), neuron, scenario);
        }

        /** Numbers flow whether or not their source is there: without it nothing would change. */
        private static Place checked(String population, int neuron, Scenario scenario) throws InputException {
            SpikeAddress.checkNeuron(OPTION, population, neuron, scenario);
            if (NetworkBinder.isCurrents(scenario, population)) {
                throw SpikeAddress.problem(
                        OPTION,
                        "found " + population + "/" + neuron
                                + ", which reaches the network as numbers, expected a neuron that fires");
            }
            return new Place(population, neuron);
        }

        private int index(List<String> populations) {
            return populations.indexOf(population);
        }
    }

    /**
     * Reads an address.
     *
     * @throws InputException if it has another form, or names what the scenario does not have
     */
    static RemovalAddress parse(String text, Scenario scenario) throws InputException {
        Matcher synapses = SYNAPSES.matcher(text);
        if (synapses.matches()) {
            Place source = Place.parse(synapses.group(1), scenario);
            return new RemovalAddress(text, source, OptionalLong.empty(), Place.parse(synapses.group(2), scenario));
        }
        if (text.contains("@")) {
            SpikeAddress spike = SpikeAddress.parse(OPTION, text, scenario);
            Place place = Place.checked(spike.population(), spike.neuron(), scenario);
            return new RemovalAddress(text, place, OptionalLong.of(spike.tick()), null);
        }
        return new RemovalAddress(text, Place.parse(text, scenario), OptionalLong.empty(), null);
    }

    private Removal in(List<String> populations) {
        int population = source.index(populations);
        if (target != null) {
            return new Removal.OfSynapses(population, source.neuron(), target.index(populations), target.neuron());
        }
        return tick.isPresent()
                ? new Removal.OfSpike(new SpikeId(population, source.neuron(), tick.getAsLong()))
                : new Removal.OfNeuron(population, source.neuron());
    }

    /**
     * The same in a run that was made again.
     *
     * @throws InputException if it has no such spike or synapse
     */
    Removal in(AskedRun run) throws InputException {
        Removal removal = in(run.populations());
        if (removal instanceof Removal.OfSpike of) {
            SpikeId at = of.spike();
            if (at.tick() >= run.replay().ticks()) {
                throw SpikeAddress.problem(
                        OPTION,
                        "found " + run.time(at.tick()) + ", expected a time before "
                                + run.time(run.replay().ticks()) + ", up to which the run is made again");
            }
            if (!run.fired(at)) {
                throw SpikeAddress.problem(OPTION, run.noSpike(at));
            }
        } else if (removal instanceof Removal.OfSynapses of) {
            TreeSet<Integer> targets = targets(run.replay().network(), of);
            if (!targets.contains(of.target())) {
                throw SpikeAddress.problem(OPTION, noSynapse(run, of, targets));
            }
        }
        return removal;
    }

    /** The neurons of the target population that the source has synapses on. */
    private static TreeSet<Integer> targets(Network network, Removal.OfSynapses of) {
        TreeSet<Integer> targets = new TreeSet<>();
        for (int number : network.projectionsTo(of.targetPopulation())) {
            Synapses synapses = network.projections().get(number).synapses();
            for (int i = 0; network.sourceOf(number) == of.population() && i < synapses.outDegree(of.neuron()); i++) {
                targets.add(synapses.target(of.neuron(), i));
            }
        }
        return targets;
    }

    private static String noSynapse(AskedRun run, Removal.OfSynapses of, TreeSet<Integer> targets) {
        String source = run.name(of.population(), of.neuron());
        String population = run.populations().get(of.targetPopulation());
        if (targets.isEmpty()) {
            return "found no synapse from " + source + " to any neuron of " + population;
        }
        List<String> names = targets.stream()
                .limit(NAMED_TARGETS)
                .map(target -> run.name(of.targetPopulation(), target))
                .toList();
        return "found no synapse from " + source + " to " + run.name(of.targetPopulation(), of.target())
                + ", expected one to "
                + String.join(", ", names)
                + (targets.size() > NAMED_TARGETS ? " or " + (targets.size() - NAMED_TARGETS) + " others" : "");
    }
}
