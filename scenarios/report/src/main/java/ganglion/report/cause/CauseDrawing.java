package ganglion.report.cause;

import ganglion.cochlea.CochleaOutput;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;
import ganglion.report.chart.CauseGraph;
import ganglion.report.picture.SoundStretch;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.CauseNode.SourceShare;
import ganglion.scenario.result.Clip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Those spikes of an answer that its graph shows: the one that was asked for, those that were followed, the inputs that they came from, and
 * the direct sources of the first. Not thread safe.
 */
final class CauseDrawing {

    /** Inputs, direct sources that lift and those that lower: beyond these they are only in tables. */
    static final int MOST_SPIKES_DRAWN = 400;

    /** Time left and right of the spikes, as a part of theirs. */
    private static final double MARGIN = 0.04;

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

    /** How many spikes are drawn. */
    int spikes() {
        return shown.size();
    }

    /** The graph of these spikes. */
    CauseGraph graph() throws IOException {
        List<Integer> populations = new ArrayList<>(
                new TreeSet<>(shown.keySet().stream().map(SpikeId::population).toList()));
        List<CauseGraph.Lane> lanes = new ArrayList<>();
        for (int population : populations) {
            lanes.add(new CauseGraph.Lane(run.populations().get(population), run.bandsHertz(population)));
        }
        double margin = Math.max(clock.tickSeconds(), MARGIN * clock.seconds(last - first));
        double from = Math.max(0, clock.seconds(first) - margin);
        double until = clock.seconds(last) + margin;
        List<CauseGraph.Stretch> stretches = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Clip clip : clips(lanes.get(lane).name())) {
                stretches.add(stretch(lane, clip));
            }
        }
        List<CauseGraph.Dot> dots = new ArrayList<>();
        Map<SpikeId, Integer> numbers = new LinkedHashMap<>();
        shown.forEach((spike, share) -> {
            numbers.put(spike, dots.size());
            dots.add(dot(spike, share, populations.indexOf(spike.population())));
        });
        return new CauseGraph(lanes, stretches, dots, links(numbers), from, until);
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

    private CauseGraph.Stretch stretch(int lane, Clip clip) throws IOException {
        long from = Math.max(first, clip.fromTick());
        long until = Math.min(last + 1, clip.untilTick());
        return new CauseGraph.Stretch(lane, part(clip).picture(), clock.seconds(from), clock.seconds(until));
    }

    /** The frames of a sound that play in the time of the graph. */
    SoundStretch part(Clip clip) {
        CochleaOutput output = clip.output();
        long from = (Math.max(first, clip.fromTick()) - clip.fromTick()) * clip.framesPerTick();
        long until = (Math.min(last + 1, clip.untilTick()) - clip.fromTick()) * clip.framesPerTick();
        int begin = (int) Math.min(from, output.frames() - 1);
        return new SoundStretch(output, begin, (int) Math.max(begin + 1, Math.min(until, output.frames())));
    }

    private CauseGraph.Dot dot(SpikeId spike, double share, int lane) {
        boolean root = spike.equals(answer.cause().at());
        OptionalInt band = run.band(spike.population(), spike.neuron());
        String hint =
                run.at(spike) + (root ? "" : share > 0 ? ", " + CauseText.percent(share) + " of the lift" : ", lowers");
        return new CauseGraph.Dot(
                lane,
                band.orElse(spike.neuron()),
                clock.seconds(spike.tick()),
                share,
                root,
                hint,
                place(spike).map(name -> "#" + name).orElse(""));
    }

    private List<CauseGraph.Link> links(Map<SpikeId, Integer> numbers) {
        List<CauseGraph.Link> links = new ArrayList<>();
        List<CauseNode> nodes = new ArrayList<>(List.of(answer.cause()));
        nodes.addAll(answer.followed());
        for (CauseNode node : nodes) {
            for (SourceShare source : node.sources()) {
                Integer from = numbers.get(source.spike());
                // What lowers the others has no share in the first.
                if (from != null && (source.amount() > 0 || node == answer.cause()) && node.lift() > 0) {
                    double share = node.share() * source.amount() / node.lift();
                    links.add(new CauseGraph.Link(from, numbers.get(node.at()), share));
                }
            }
        }
        return links;
    }
}
