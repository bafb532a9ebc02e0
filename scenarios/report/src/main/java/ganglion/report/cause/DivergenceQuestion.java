package ganglion.report.cause;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ganglion.documents.InputException;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.report.cause.Answer.Part;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.cause.Divergence;
import ganglion.scenario.cause.NetworkDifference;
import ganglion.scenario.result.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks of two finished runs where their neurons first fire differently, and why. */
public final class DivergenceQuestion {

    private static final int ROWS = 20;

    /** Spikes that only one run has and that are named. */
    private static final int SPIKES = 10;

    private DivergenceQuestion() {}

    private record Document(
            long ticks,
            boolean same,
            List<String> networks,
            Optional<Long> tick,
            Optional<List<SpikeId>> onlyFirst,
            Optional<List<SpikeId>> onlySecond,
            Optional<Cause> cause) {}

    private record Cause(
            @JsonUnwrapped SpikeId at, Potential first, Potential second, List<Divergence.Part> differing) {

        private static Cause of(Divergence.Sides sides) {
            return new Cause(sides.at(), Potential.of(sides.first()), Potential.of(sides.second()), sides.differing());
        }

        private record Potential(double potential, double level) {

            private static Potential of(PotentialParts parts) {
                return new Potential(parts.potential(), parts.level());
            }
        }
    }

    /**
     * Makes both runs again, up to the first spike that differs of those that they have recorded, and looks for the first of all.
     *
     * @throws InputException if one of them cannot be made again, or their populations are not the same
     */
    public static Answer answer(AskedRun.Source first, AskedRun.Source second, RunProgress progress)
            throws InputException {
        double tick = first.scenario().clock().tickSeconds();
        double other = second.scenario().clock().tickSeconds();
        if (tick != other) {
            throw refusal(
                    second, "found runs with ticks of " + tick + " s and " + other + " s, expected the same tick");
        }
        long until = Math.min(Math.min(first.ticks(), second.ticks()), firstRecorded(first, second) + 1);
        AskedRun one = first.replay(until, progress);
        AskedRun two = second.replay(until, progress);
        checkPopulations(one, two, second);
        Optional<Divergence> divergence = Divergence.of(side(one), side(two));
        List<String> networks =
                NetworkDifference.between(one.replay().network(), two.replay().network(), one::time);
        Document document = new Document(
                until,
                divergence.isEmpty(),
                networks,
                divergence.map(Divergence::tick),
                divergence.map(Divergence::onlyFirst),
                divergence.map(Divergence::onlySecond),
                divergence.flatMap(Divergence::sides).map(Cause::of));
        return new Answer(
                divergence
                        .map(found -> "Neurons first fire differently at " + one.time(found.tick()) + " (tick "
                                + found.tick() + ")")
                        .orElse("All neurons fire alike in both runs, up to " + one.time(until)),
                parts(one, two, divergence, networks),
                AnswerJson.document("ganglion-divergence", one, document));
    }

    private static List<Part> parts(
            AskedRun run, AskedRun other, Optional<Divergence> divergence, List<String> networks) {
        List<Part> parts = new ArrayList<>();
        divergence.ifPresent(found -> {
            fired(run, "first", found.onlyFirst()).ifPresent(parts::add);
            fired(run, "second", found.onlySecond()).ifPresent(parts::add);
            parts.add(found.sides()
                    .map(sides -> Part.of(run.name(sides.at()) + " in both runs:", table(run, other, sides)))
                    .orElse(Part.of(
                            "The potentials of these neurons are no sums, so that they have no parts to compare.")));
        });
        if (networks.isEmpty()) {
            parts.add(Part.of("The networks and their inputs are the same."));
        } else {
            Table table = new Table(Column.text("networks and inputs differ"));
            networks.forEach(table::row);
            parts.add(Part.of("", table));
        }
        return parts;
    }

    private static Optional<Part> fired(AskedRun run, String which, List<SpikeId> spikes) {
        String more = spikes.size() > SPIKES ? " and " + (spikes.size() - SPIKES) + " more" : "";
        return spikes.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of("In the " + which + " run only: "
                        + spikes.stream().limit(SPIKES).map(run::name).collect(Collectors.joining(", ")) + more));
    }

    private static Table table(AskedRun run, AskedRun other, Divergence.Sides sides) {
        Table table = new Table(
                Column.text("part that differs"),
                Column.number("first"),
                Column.number("second"),
                Column.number("difference"),
                Column.text(""));
        List<Divergence.Part> differing = sides.differing();
        differing.stream().limit(ROWS).forEach(part -> {
            String name = part.spike() == null
                    ? new CauseText(run, 0).partName(sides.at().population(), part.part())
                    : run.at(part.spike());
            row(
                    table,
                    name,
                    part.first(),
                    part.second(),
                    part.spike() == null ? "" : why(run, other, sides.at(), part));
        });
        if (differing.size() > ROWS) {
            List<Divergence.Part> rest = differing.subList(ROWS, differing.size());
            double first = rest.stream().mapToDouble(Divergence.Part::first).sum();
            double second = rest.stream().mapToDouble(Divergence.Part::second).sum();
            row(table, rest.size() + " other parts", first, second, "");
        }
        PotentialParts first = sides.first();
        PotentialParts second = sides.second();
        row(table, "potential, all parts together", first.potential(), second.potential(), "");
        return table.row(
                "threshold", level(first), level(second), "", first.level() == second.level() ? "" : "differs");
    }

    private static void row(Table table, String name, double first, double second, String why) {
        table.row(name, CauseText.number(first), CauseText.number(second), CauseText.number(second - first), why);
    }

    /** Why what a spike adds differs: it comes in one run only, later, or with another weight, or else the neuron responds otherwise. */
    private static String why(AskedRun one, AskedRun two, SpikeId at, Divergence.Part part) {
        if (part.firstWeight() == 0 || part.secondWeight() == 0) {
            OptionalInt first = one.fired(part.spike()) ? delay(one, part.spike(), at) : OptionalInt.empty();
            OptionalInt second = two.fired(part.spike()) ? delay(two, part.spike(), at) : OptionalInt.empty();
            boolean onlySecond = part.firstWeight() == 0;
            return first.isPresent() && second.isPresent() && first.getAsInt() != second.getAsInt()
                    ? "delay " + one.time(first.getAsInt()) + ", " + one.time(second.getAsInt())
                            + ": reaches it later in the " + (onlySecond ? "first" : "second") + " run"
                    : "reaches it in the " + (onlySecond ? "second" : "first") + " run only";
        }
        return part.firstWeight() == part.secondWeight()
                ? "other response"
                : "weight " + CauseText.number(part.firstWeight()) + ", " + CauseText.number(part.secondWeight());
    }

    /** The shortest delay with which a spike comes to a neuron; empty if no synapse leads there. */
    private static OptionalInt delay(AskedRun run, SpikeId spike, SpikeId to) {
        Network network = run.replay().network();
        String source = network.population(spike.population()).name();
        String target = network.population(to.population()).name();
        return network.projections().stream()
                .filter(each -> each.source().equals(source) && each.target().equals(target))
                .map(Projection::synapses)
                .flatMapToInt(synapses -> IntStream.range(0, synapses.outDegree(spike.neuron()))
                        .filter(i -> synapses.target(spike.neuron(), i) == to.neuron())
                        .map(i -> synapses.delayTicks(spike.neuron(), i)))
                .min();
    }

    private static String level(PotentialParts parts) {
        return parts.isOutOfReach() ? "out of reach" : CauseText.number(parts.level());
    }

    private static Divergence.Side side(AskedRun run) {
        return new Divergence.Side(run.replay().network(), run.replay().spikes());
    }

    /** The first tick at which recorded spikes of neurons differ; the last but one that there can be if none do. */
    private static long firstRecorded(AskedRun.Source first, AskedRun.Source second) {
        Map<String, SpikeRaster> others = second.recorded().raster().rasters();
        long tick = Long.MAX_VALUE - 1;
        for (Map.Entry<String, SpikeRaster> entry :
                first.recorded().raster().rasters().entrySet()) {
            SpikeRaster other = others.get(entry.getKey());
            boolean neurons = first.scenario().population(entry.getKey()).isPresent();
            if (neurons && other != null) {
                tick = Math.min(
                        tick,
                        Divergence.firstDifference(entry.getValue(), other).orElse(tick));
            }
        }
        return tick;
    }

    private static void checkPopulations(AskedRun first, AskedRun second, AskedRun.Source place) throws InputException {
        String one = populations(first.replay().network());
        String other = populations(second.replay().network());
        if (!one.equals(other)) {
            throw refusal(
                    place,
                    "found runs of '" + first.scenario() + "' with " + one + ", and of '" + second.scenario()
                            + "' with " + other + "; expected the same populations, of the same sizes");
        }
    }

    private static String populations(Network network) {
        return network.populations().stream()
                .map((Population population) -> population.name() + " (" + population.size() + ")")
                .collect(Collectors.joining(", "));
    }

    private static InputException refusal(AskedRun.Source place, String message) {
        return JsonDocument.refusal(place.recorded().directory(), message);
    }
}
