package ganglion.report.cause;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.cause.AskedRun.HeardSpike;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.UnknownValues;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.Divergence;
import ganglion.scenario.cause.Origins;
import ganglion.scenario.cause.ReplayAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds the records of answers to JSON. A spike lies flat in what it belongs to, as {@code population}, {@code neuron} and {@code tick}, and
 * populations go by their names. {@linkplain UnknownValues Numbers that are
 * none} are null, and an empty {@link Optional} is left out.
 */
final class AnswerJson {

    private static final int FORMAT_VERSION = 1;
    private static final String RUN = "run";
    private static final ObjectMapper MAPPER = mapper();

    private AnswerJson() {}

    private static ObjectMapper mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .addModule(new UnknownValues());
        List.of(
                        SpikeId.class,
                        EventPart.class,
                        CauseNode.class,
                        CauseNode.SourceShare.class,
                        CauseAnswer.Trial.class,
                        Origins.class,
                        Origins.InputNeuron.class,
                        ReplayAnswer.class,
                        ReplayAnswer.LeftOut.class,
                        Divergence.Part.class,
                        DecisionQuestion.Voice.class,
                        DecisionQuestion.RunnerUp.class)
                .forEach(type -> mapper.addMixIn(type, Layout.class));
        mapper.addMixIn(PotentialParts.class, LayoutOfParts.class);
        ObjectMapper made = mapper.build();
        made.configOverride(Optional.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        return made;
    }

    /**
     * A document with the head that all answers have.
     *
     * @param run which gives neurons their names
     * @param answer a record, whose components follow the head
     */
    static ObjectNode document(String format, AskedRun run, Object answer) {
        ObjectNode document = JsonDocument.start(format, FORMAT_VERSION);
        document.put("scenario", run.scenario());
        document.put("tickSeconds", run.replay().scenario().clock().tickSeconds());
        return document.setAll(bound(run, answer));
    }

    private static ObjectNode bound(AskedRun run, Object record) {
        try (TokenBuffer buffer = new TokenBuffer(MAPPER, false)) {
            MAPPER.writer().withAttribute(RUN, run).writeValue(buffer, record);
            return buffer.asParser().readValueAsTree();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which components of the records are flat, have another name, or are named by the run. */
    private interface Layout {

        @JsonUnwrapped
        SpikeId at();

        @JsonUnwrapped
        SpikeId spike();

        @JsonUnwrapped
        PotentialParts parts();

        @JsonUnwrapped
        Origins<?> origins();

        @JsonSerialize(using = PopulationName.class)
        int population();

        @JsonSerialize(using = Inputs.class)
        Map<?, Double> inputs();

        @JsonProperty
        double amount();

        @JsonProperty
        double sum();

        @JsonProperty
        boolean tie();
    }

    /** The tick is that of the spike. */
    @JsonIgnoreProperties("tick")
    private interface LayoutOfParts extends Layout {}

    private static final class PopulationName extends JsonSerializer<Integer> {

        @Override
        public void serialize(Integer population, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(run(provider).populations().get(population));
        }
    }

    /** Inputs with what came from each, and where it was heard. */
    private static final class Inputs extends JsonSerializer<Map<?, Double>> {

        private record Input(
                @JsonUnwrapped Object source,
                double share,
                @JsonUnwrapped HeardSpike heard,
                Optional<Double> bandHertz) {}

        @Override
        public void serialize(Map<?, Double> inputs, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartArray();
            for (Map.Entry<?, Double> input : inputs.entrySet()) {
                provider.defaultSerializeValue(input(input.getKey(), input.getValue(), run(provider)), json);
            }
            json.writeEndArray();
        }

        private static Input input(Object source, double share, AskedRun run) {
            return source instanceof SpikeId spike
                    ? new Input(
                            spike,
                            share,
                            run.heard(spike).orElse(null),
                            run.bandHertz(spike.population(), spike.neuron()))
                    : source instanceof Origins.InputNeuron neuron
                            ? new Input(neuron, share, null, run.bandHertz(neuron.population(), neuron.neuron()))
                            : new Input(source, share, null, Optional.empty());
        }
    }

    private static AskedRun run(SerializerProvider provider) {
        return (AskedRun) provider.getAttribute(RUN);
    }
}
