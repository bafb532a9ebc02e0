package ganglion.scenario.interchange.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The graphs of the NIR paper give the traces and spikes published with them, or computed from them in double precision. */
@Tag("slow")
class PublishedTracesTest {

    private static final double STEP = 1e-4;

    private static SpikeRaster inputOf(double[][] trace) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(1);
        for (int step = 0; step < trace.length; step++) {
            if (trace[step][0] != 0) {
                spikes.add(step, 0);
            }
        }
        return spikes.build();
    }

    @ParameterizedTest
    @CsvSource({"EULER, lif_norse.csv, 1e-7, 1000", "EXACT, lif_exact.csv, 1e-12, 460"})
    void followsThePublishedPotentialOfASingleNeuron(
            Discretisation discretisation, String file, double tolerance, int until) {
        double[][] published = Reference.csv("nir/" + file);
        CompiledGraph graph = Reference.compile("lif_norse.nir", new CompileOptions(STEP, discretisation, false));

        SimulationResult result = Reference.run(graph, inputOf(published), published.length, List.of("1"));

        double[] potentials = Reference.potentials(graph, result.membranes().get(0), 0, published.length);
        // The exact trace is of an event-driven solver that resets within the step: it is another one from the first
        // spike on.
        for (int step = 0; step < until; step++) {
            assertEquals(published[step][1], potentials[step], tolerance, "step " + step);
        }
        assertEquals(
                List.of(460L, 510L, 710L, 760L),
                Reference.ticks(Reference.steps(graph, result, "1", published.length)));
    }

    /** The steps at which Rockpool fires in the trace that is published with the graph (lif_rockpool.csv of the NIR paper). */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void firesTheSpikesThatRockpoolPublished(boolean subtract) {
        double[][] published = Reference.csv("nir/lif_norse.csv");
        CompiledGraph graph = Reference.compile(
                "lif_norse.nir", new CompileOptions(STEP, Discretisation.IMPULSE_INVARIANT, subtract));

        SimulationResult result = Reference.run(graph, inputOf(published), published.length, List.of());

        assertEquals(
                List.of(450L, 500L, 710L, 760L),
                Reference.ticks(Reference.steps(graph, result, "1", published.length)));
    }

    /** The first neuron fires by its leak alone, a period of tau ln(1.2 / 0.2) apart; the second never. */
    @Test
    void firesByLeakAlone() {
        CompiledGraph graph = Reference.compile("two_lif_neurons.nir", CompileOptions.of(STEP));

        SimulationResult result = Reference.run(graph, SpikeRaster.empty(1), 1000, List.of("lif2"));

        // Euler's step makes the decay a little faster than exp(-t/tau): 1 - h/tau against exp(-h/tau).
        long period = (long) Math.floor(Math.log(0.2 / 1.2) / Math.log(1 - STEP / 0.01)) + 1;
        List<Long> expected = new ArrayList<>();
        for (long step = period - 1; step < 1000; step += period) {
            expected.add(step);
        }
        assertEquals(expected, Reference.ticks(Reference.steps(graph, result, "lif1", 1000)));
        assertEquals(0, result.spikesOf("lif2").size());
        double[] second = Reference.potentials(graph, result.membranes().get(0), 0, 1000);
        assertEquals(STEP / 0.01, second[(int) period - 1], 1e-12);
        assertEquals(0, second[(int) period - 2]);
    }

    @ParameterizedTest
    @CsvSource({"EULER, v_uses_updated_current", "EULER_PREVIOUS_CURRENT, v_uses_previous_current"})
    void firesTheSpikesOfTheBrailleNetwork(Discretisation discretisation, String variant) {
        JsonNode expected = Reference.json("nir/braille_expected.json");
        CompiledGraph graph =
                Reference.compile("braille_noDelay_bias_zero.nir", new CompileOptions(STEP, discretisation, false));
        int steps = expected.get("T").intValue();

        for (JsonNode sample : expected.get("samples")) {
            SpikeRaster input = Reference.raster(sample.get("input_events"), 12);
            SimulationResult result = Reference.run(graph, input, steps, List.of("lif2"));

            JsonNode outcome = sample.get(variant);
            SpikeRaster hidden = Reference.steps(graph, result, "lif1.lif", steps);
            SpikeRaster output = Reference.steps(graph, result, "lif2", steps);
            assertEquals(Reference.raster(outcome.get("lif1_events"), 38), hidden);
            assertEquals(Reference.raster(outcome.get("lif2_events"), 7), output);
            double[] last = Reference.doubles(outcome.get("lif2_v_last"));
            for (int neuron = 0; neuron < 7; neuron++) {
                double[] potentials =
                        Reference.potentials(graph, result.membranes().get(0), neuron, steps);
                assertEquals(last[neuron], potentials[steps - 1], 1e-9);
            }
        }
    }

    /** The activity that snnTorch published for the sample of the paper: 119 spikes of the recurrent layer. */
    @Test
    void firesTheSpikesThatSnnTorchPublished() throws Exception {
        JsonNode sample =
                Reference.json("nir/braille_expected.json").get("samples").get(0);
        CompiledGraph graph = Reference.compile("braille_noDelay_bias_zero.nir", CompileOptions.of(STEP));
        Matrix published =
                MatrixFiles.read(Reference.file("nir/snntorch_activity_noDelay_bias_zero.npy"), "", 256 * 38);

        SpikeRaster input = Reference.raster(sample.get("input_events"), 12);
        SimulationResult result = Reference.run(graph, input, 256, List.of());

        SpikeRaster.Builder expected = SpikeRaster.builder(38);
        for (int step = 0; step < 256; step++) {
            for (int neuron = 0; neuron < 38; neuron++) {
                if (published.values()[step * 38 + neuron] != 0) {
                    expected.add(step, neuron);
                }
            }
        }
        assertEquals(119, expected.build().size());
        assertEquals(expected.build(), Reference.steps(graph, result, "lif1.lif", 256));
    }

    @ParameterizedTest
    @CsvSource({"reset_zero, false", "reset_subtract, true"})
    void firesTheSpikesOfTheConvolutionalNetwork(String variant, boolean subtract) {
        JsonNode expected = Reference.json("nir/cnn_expected.json");
        CompiledGraph graph =
                Reference.compile("cnn_sinabs.nir", new CompileOptions(1, Discretisation.EULER, subtract));

        for (JsonNode sample : expected.get("samples")) {
            int steps = sample.get("T").intValue();
            SpikeRaster.Builder input = SpikeRaster.builder(2 * 34 * 34);
            for (JsonNode event : sample.get("input_events")) {
                int channel = event.get(1).intValue();
                int row = event.get(2).intValue();
                input.add(
                        event.get(0).longValue(),
                        (channel * 34 + row) * 34 + event.get(3).intValue());
            }
            SimulationResult result = Reference.run(graph, input.build(), steps, List.of());

            JsonNode outcome = sample.get(variant);
            outcome.get("count_per_layer")
                    .properties()
                    .forEach(layer -> assertEquals(
                            layer.getValue().intValue(),
                            Reference.steps(graph, result, layer.getKey(), steps)
                                    .size(),
                            sample.get("name") + ", layer " + layer.getKey()));
            assertEquals(
                    Reference.raster(outcome.get("output_events"), 10), Reference.steps(graph, result, "12", steps));
            assertArrayEquals(
                    Reference.doubles(outcome.get("layer1_count_per_channel")),
                    perChannel(Reference.steps(graph, result, "1", steps), 16));
        }
    }

    private static double[] perChannel(SpikeRaster spikes, int channels) {
        double[] counts = new double[channels];
        for (int i = 0; i < spikes.size(); i++) {
            counts[spikes.neuron(i) / (spikes.neuronCount() / channels)]++;
        }
        return counts;
    }

    @Test
    void tellsHowLateEachLayerIs() {
        CompiledGraph graph = Reference.compile("cnn_sinabs.nir", CompileOptions.of(1));

        assertEquals(1, graph.layer("1").depth());
        assertEquals(5, graph.layer("12").depth());
        assertEquals(List.of("12"), graph.outputs());
        assertTrue(graph.notes().isEmpty());
    }
}
