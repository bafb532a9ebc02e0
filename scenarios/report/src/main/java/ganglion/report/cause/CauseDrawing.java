package ganglion.report.cause;

import ganglion.cochlea.CochleaOutput;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.ChartSheet;
import ganglion.report.picture.SoundStretch;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.CauseNode.SourceShare;
import ganglion.scenario.result.Clip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Those spikes of an answer that its graph shows: the one that was asked for, those that were followed, the inputs that they came from, and
 * the direct sources of the first. Not thread safe.
 */
final class CauseDrawing {

    /** Inputs, direct sources that lift and those that lower: beyond these they are only in tables. */
    static final int MOST_SPIKES_DRAWN = 400;

    /** Time left and right of the spikes, as a part of theirs. */
    private static final double MARGIN = 0.04;

    private static final int WIDTH = 660;
    private static final int SOUND_HEIGHT = 150;
    private static final int ROW_HEIGHT = 16;
    private static final int LEAST_HEIGHT = 60;
    private static final int MOST_HEIGHT = 480;

    private final AskedRun run;
    private final CauseAnswer answer;
    private final Clock clock;
    private final Map<SpikeId, Double> shown = new LinkedHashMap<>();
    private final Set<SpikeId> told = new LinkedHashSet<>();
    private long first;
    private long last;

    CauseDrawing(AskedRun run, CauseAnswer answer) {
        this.run = run;
        this.answer = answer;
        this.clock = run.replay().scenario().clock();
        collect();
    }

    private void collect() {
        shown.put(answer.cause().at(), 1.0);
        told.add(answer.cause().at());
        for (CauseNode node : answer.followed()) {
            shown.put(node.at(), node.share());
            told.add(node.at());
        }
        answer.origins()
                .ifPresent(origins -> origins.inputs().entrySet().stream()
                        .limit(MOST_SPIKES_DRAWN)
                        .forEach(input -> shown.putIfAbsent(input.getKey(), input.getValue())));
        answer.cause().sources().stream()
                .filter(source -> source.amount() > 0)
                .limit(MOST_SPIKES_DRAWN)
                .forEach(source -> shown.putIfAbsent(source.spike(), source.share()));
        answer.cause().sources().stream()
                .filter(source -> source.amount() < 0)
                .sorted(Comparator.comparingDouble(SourceShare::amount))
                .limit(MOST_SPIKES_DRAWN)
                .forEach(source -> shown.putIfAbsent(source.spike(), 0.0));
        first = shown.keySet().stream().mapToLong(SpikeId::tick).min().orElseThrow();
        last = answer.cause().at().tick();
    }

    /** Where the page tells more of a spike; empty for one whose parts were not looked for. */
    Optional<String> place(SpikeId spike) {
        return told.contains(spike)
                ? Optional.of("spike-" + spike.population() + "-" + spike.neuron() + "-" + spike.tick())
                : Optional.empty();
    }

    /** The sounds that the spikes were heard in, and below them the spikes with lines to those that they lifted or held back. */
    ChartSheet sheet() throws IOException {
        double margin = Math.max(clock.tickSeconds(), MARGIN * clock.seconds(last - first));
        Axis time = Axis.of("", Dimension.TIME, Axis.Range.TIGHT)
                .within(Math.max(0, clock.seconds(first) - margin), clock.seconds(last) + margin);
        List<Chart> charts = new ArrayList<>();
        for (int population :
                shown.keySet().stream().map(SpikeId::population).collect(Collectors.toCollection(TreeSet::new))) {
            if (run.bandsHertz(population).length > 0) {
                charts.add(sound(population, time.bare()));
            }
        }
        charts.add(network(time));
        return ChartSheet.column("", charts);
    }

    private Chart sound(int population, Axis time) throws IOException {
        String input = run.populations().get(population);
        List<String> bands = Arrays.stream(run.bandsHertz(population))
                .mapToObj(hertz -> QuantityFormat.format(hertz, Dimension.FREQUENCY))
                .toList();
        Chart chart = new Chart(input, time, Axis.ofNames("", bands)).size(WIDTH, SOUND_HEIGHT);
        for (Clip clip : clips(input)) {
            chart.image(
                    part(clip).picture(),
                    clock.seconds(Math.max(first, clip.fromTick())),
                    clock.seconds(Math.min(last + 1, clip.untilTick())));
        }
        List<Mark> heard = new ArrayList<>();
        shown.forEach((spike, share) -> {
            OptionalInt band = run.band(spike.population(), spike.neuron());
            if (spike.population() == population && band.isPresent()) {
                heard.add(new Mark(clock.seconds(spike.tick()), band.getAsInt(), hint(spike, share)));
            }
        });
        return chart.colouredFrom(1).series("", Look.DOTS, heard);
    }

    private Chart network(Axis time) {
        List<SpikeId> neurons = shown.keySet().stream()
                .map(spike -> new SpikeId(spike.population(), spike.neuron(), 0))
                .distinct()
                .sorted(Comparator.comparingInt(SpikeId::population).thenComparingInt(SpikeId::neuron))
                .toList();
        Map<SpikeId, Integer> rows = new HashMap<>();
        neurons.forEach(neuron -> rows.put(neuron, rows.size()));
        SpikeId asked = answer.cause().at();
        List<Mark> spikes = new ArrayList<>();
        shown.forEach((spike, share) -> {
            if (!spike.equals(asked)) {
                spikes.add(mark(rows, spike, hint(spike, share)));
            }
        });
        List<Mark> lowering = lines(rows, false);
        int height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, ROW_HEIGHT * neurons.size()));
        Chart chart = new Chart(
                        "",
                        time,
                        Axis.ofNames("", neurons.stream().map(run::name).toList()))
                .size(WIDTH, height)
                .greySeries("lifts", Look.LINE, lines(rows, true))
                .series("spike", Look.DOTS, spikes)
                .series(
                        answer.fired() ? "the spike" : "no spike",
                        Look.SQUARES,
                        List.of(mark(rows, asked, run.at(asked))));
        return lowering.isEmpty() ? chart : chart.series("holds back", Look.LINE, lowering);
    }

    private Mark mark(Map<SpikeId, Integer> rows, SpikeId spike, String hint) {
        int row = rows.get(new SpikeId(spike.population(), spike.neuron(), 0));
        return new Mark(clock.seconds(spike.tick()), row, hint);
    }

    private String hint(SpikeId spike, double share) {
        return run.at(spike) + (share > 0 ? ", " + CauseText.percent(share) + " of the lift" : ", lowers");
    }

    /** From each spike to those that were followed and that it reached, with a gap after each line. */
    private List<Mark> lines(Map<SpikeId, Integer> rows, boolean lifting) {
        List<CauseNode> nodes = new ArrayList<>(List.of(answer.cause()));
        if (lifting) { // what lowers the others has no share in the first
            nodes.addAll(answer.followed());
        }
        List<Mark> lines = new ArrayList<>();
        for (CauseNode node : nodes) {
            for (SourceShare source : node.sources()) {
                if (shown.containsKey(source.spike()) && source.amount() > 0 == lifting && source.amount() != 0) {
                    lines.add(mark(rows, source.spike(), ""));
                    lines.add(mark(rows, node.at(), ""));
                    lines.add(new Mark(Double.NaN, Double.NaN));
                }
            }
        }
        return lines;
    }

    /** The sounds of an input that play at any time of the graph. */
    List<Clip> clips(String input) {
        return run.replay().clips().stream()
                .filter(clip -> clip.input().equals(input) && clip.isSound())
                .filter(clip -> clip.fromTick() <= last && clip.untilTick() > first)
                .toList();
    }

    /** The sounds that play at any time of the graph, whatever input hears them. */
    List<Clip> clips() {
        return run.replay().network().populations().stream()
                .map(Population::name)
                .flatMap(input -> clips(input).stream())
                .toList();
    }

    /** The frames of a sound that play in the time of the graph. */
    SoundStretch part(Clip clip) {
        CochleaOutput output = clip.output();
        long from = (Math.max(first, clip.fromTick()) - clip.fromTick()) * clip.framesPerTick();
        long until = (Math.min(last + 1, clip.untilTick()) - clip.fromTick()) * clip.framesPerTick();
        int begin = (int) Math.min(from, output.frames() - 1);
        return new SoundStretch(output, begin, (int) Math.max(begin + 1, Math.min(until, output.frames())));
    }
}
