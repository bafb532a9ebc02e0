package ganglion.report.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.WordType;
import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseSummary;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.result.ScenarioRun;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The network: populations with their spikes, projections, and inputs of numbers. */
public final class NetworkSection {

    private static final Pattern INPUT_NAME = Pattern.compile("/inputs/\\d+/name");
    private static final Set<String> NAME_OR_SIZE = Set.of("name", "size");

    private NetworkSection() {}

    private record NetworkRow(
            long neurons,
            long synapses,
            List<PopulationRow> populations,
            List<ProjectionRow> projections,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NumbersRow> numberInputs) {}

    private record PopulationRow(
            String name,
            int size,
            String model,
            ObjectNode parameters,
            String written,
            List<String> labels,
            long spikes,
            double meanRateHertz,
            boolean recorded) {}

    private record ProjectionRow(
            String source,
            String target,
            long synapses,
            String layout,
            OptionalLong smallestDelayTicks,
            String written,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ObjectNode> weights) {}

    private record NumbersRow(
            String source,
            String target,
            int sources,
            int targets,
            long nonZeroWeights,
            long frames,
            long effectiveMultiplyAccumulates,
            long denseMultiplyAccumulates) {

        static NumbersRow of(NumberInput of) {
            return new NumbersRow(
                    of.source(),
                    of.target(),
                    of.sources(),
                    of.targets(),
                    of.nonZeroWeights(),
                    of.frames(),
                    of.effectiveMultiplyAccumulates(),
                    of.denseMultiplyAccumulates());
        }
    }

    /**
     * The section {@code network} of a run.
     *
     * @param numbers what flows into populations as numbers; listed if there is anything
     */
    public static ObjectNode of(ScenarioRun run, List<NumberInput> numbers) {
        NetworkSummary synapses = run.synapses();
        // A scenario of ten thousand populations is looked up by name, not searched.
        Map<String, PopulationSpec> specs = run.scenario().populations().stream()
                .collect(Collectors.toMap(PopulationSpec::name, population -> population));
        Set<String> recorded = run.isStreamed()
                ? Set.of()
                : Set.copyOf(run.scenario().recording().spikes());
        List<String> written = writtenProjections(run);
        return JsonNodes.bound(new NetworkRow(
                run.network().neuronCount(),
                synapses.synapseCount(),
                IntStream.range(0, run.network().populations().size())
                        .mapToObj(p -> population(run, p, specs, recorded))
                        .toList(),
                IntStream.range(0, run.network().projections().size())
                        .mapToObj(p -> projection(
                                run, synapses.projections().get(p), p, p < written.size() ? written.get(p) : ""))
                        .toList(),
                numbers.stream().map(NumbersRow::of).toList()));
    }

    /** How the scenario words the projections of the network, in their order: all but those of currents, which are none of it. */
    private static List<String> writtenProjections(ScenarioRun run) {
        return run.scenario().projections().stream()
                .filter(projection -> !NetworkBinder.isCurrents(run.scenario(), projection.from()))
                .map(ProjectionSpec::written)
                .toList();
    }

    private static PopulationRow population(
            ScenarioRun run, int index, Map<String, PopulationSpec> specs, Set<String> recorded) {
        Population population = run.network().population(index);
        Optional<PopulationSpec> spec = Optional.ofNullable(specs.get(population.name()));
        long spikes = run.spikeCount(index);
        return new PopulationRow(
                population.name(),
                population.size(),
                population.model().name(),
                ModelDescription.parameters(population.model(), population.size()),
                spec.map(PopulationSpec::written).orElseGet(() -> writtenInput(run, population.name())),
                spec.map(PopulationSpec::labels).orElse(List.of()),
                spikes,
                spikes / (population.size() * run.clock().seconds(run.ranTicks())),
                recorded.contains(population.name()));
    }

    /** How the scenario words an input, such as {@code rate: 20 Hz}; empty if it has too many values. */
    private static String writtenInput(ScenarioRun run, String name) {
        Map<String, String> written = run.scenario().written();
        return written.entrySet().stream()
                .filter(each -> INPUT_NAME.matcher(each.getKey()).matches()
                        && each.getValue().equals(name))
                .map(each -> each.getKey().substring(0, each.getKey().lastIndexOf('/') + 1))
                .flatMap(place -> written.entrySet().stream()
                        .filter(each -> each.getKey().startsWith(place)
                                && !NAME_OR_SIZE.contains(each.getKey().substring(place.length())))
                        .map(each ->
                                each.getKey().substring(each.getKey().lastIndexOf('/') + 1) + ": " + each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static ProjectionRow projection(ScenarioRun run, SynapseSummary synapses, int index, String written) {
        Projection projection = run.network().projection(index);
        return new ProjectionRow(
                projection.source(),
                projection.target(),
                synapses.count(),
                synapses.isMatrix() ? "dense" : "sparse",
                synapses.count() > 0 ? OptionalLong.of(synapses.smallestDelayTicks()) : OptionalLong.empty(),
                written,
                WeightSection.of(run, index));
    }

    /** The weights of a plastic projection before and after the run. */
    static final class WeightSection {

        private WeightSection() {}

        /** The section {@code weights} of a projection; empty if its weights do not change. */
        static Optional<ObjectNode> of(ScenarioRun run, int projection) {
            return run.result().weights().stream()
                    .filter(weights -> weights.projection() == projection)
                    .findFirst()
                    .map(weights -> section(run, weights));
        }

        private static ObjectNode section(ScenarioRun run, PlasticWeights weights) {
            Synapses synapses = run.network().projection(weights.projection()).synapses();
            double[] before = IntStream.range(0, synapses.sourceSize())
                    .boxed()
                    .flatMapToDouble(source -> IntStream.range(0, synapses.outDegree(source))
                            .mapToDouble(index -> synapses.weight(source, index)))
                    .toArray();
            ObjectNode section = JsonNodes.object();
            section.set("atStart", Summary.of(before));
            section.set("atEnd", Summary.of(weights.byPosition()));
            return section;
        }

        private record Summary(double mean, double standardDeviation, double smallest, double largest) {

            static ObjectNode of(double[] weights) {
                DoubleSummaryStatistics all = Arrays.stream(weights).summaryStatistics();
                double mean = Arrays.stream(weights).average().orElse(Double.NaN);
                double variance = Arrays.stream(weights)
                        .map(weight -> (weight - mean) * (weight - mean))
                        .average()
                        .orElse(Double.NaN);
                // Of no weights, the ends are infinite, which is null in JSON.
                return JsonNodes.bound(new Summary(mean, Math.sqrt(variance), all.getMin(), all.getMax()));
            }
        }
    }

    /**
     * Parameters of a neuron model. They are read from the components of its record: a new model needs no change here.
     */
    static final class ModelDescription {

        /** Of larger populations only the range of values is given. */
        private static final int MOST_LISTED = 1000;

        private final int neurons;
        private final ObjectNode parameters = JsonNodes.object();

        private ModelDescription(int neurons) {
            this.neurons = neurons;
        }

        /**
         * Numbers, choices and words of a model by name, those of nested records included, a list of objects for a list of records, without streams of random numbers. Values that differ between neurons are a
         * list, or for more than 1000 neurons the smallest, the largest and the mean.
         */
        static ObjectNode parameters(NeuronModel model, int neurons) {
            return of(model, neurons);
        }

        private static ObjectNode of(Object parts, int neurons) {
            ModelDescription description = new ModelDescription(neurons);
            description.collect(parts);
            return description.parameters;
        }

        private void collect(Object value) {
            if (!value.getClass().isRecord()) {
                return;
            }
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    put(component.getName(), component.getAccessor().invoke(value));
                } catch (ReflectiveOperationException e) {
                    // The parameters of a record that is not public are left out.
                    continue;
                }
            }
        }

        private void put(String name, Object value) {
            if (value instanceof NeuronValues values) {
                putValues(name, values);
            } else if (value instanceof Double number) {
                JsonNodes.putNumber(parameters, name, number);
            } else if (value instanceof Number number) {
                parameters.put(name, number.longValue());
            } else if (value instanceof Boolean flag) {
                parameters.put(name, flag);
            } else if (value instanceof Enum<?> choice) {
                parameters.put(name, WordType.wordOf(choice));
            } else if (value instanceof Record nested && !(value instanceof CounterRandom)) {
                collect(nested);
            } else if (value instanceof List<?> parts) {
                ArrayNode list = parameters.putArray(name);
                parts.forEach(part -> list.add(ModelDescription.of(part, neurons)));
            }
        }

        private void putValues(String name, NeuronValues values) {
            if (values.isCommon()) {
                JsonNodes.putNumber(parameters, name, values.at(0));
                return;
            }
            if (neurons > MOST_LISTED) {
                putRange(name, values);
                return;
            }
            ArrayNode each = parameters.putArray(name);
            for (int neuron = 0; neuron < neurons; neuron++) {
                each.add(values.at(neuron));
            }
        }

        private void putRange(String name, NeuronValues values) {
            DoubleSummaryStatistics all =
                    IntStream.range(0, neurons).mapToDouble(values::at).summaryStatistics();
            ObjectNode range = parameters.putObject(name);
            JsonNodes.putNumber(range, "smallest", all.getMin());
            JsonNodes.putNumber(range, "largest", all.getMax());
            JsonNodes.putNumber(range, "mean", all.getAverage());
        }
    }
}
