package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ganglion.cochlea.KeyDocuments;
import ganglion.cochlea.encode.LifEncoder.LifReset;
import ganglion.documents.InputException;
import ganglion.documents.key.KindsByKey;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every encoder promises, whatever its code. */
class EncoderContractTest {

    private static final int BANDS = 5;
    private static final int FRAMES = 400;

    /** The example of every kind that gives spikes, and a LIF encoder that resets late. */
    static List<SpikeEncoder> encoders() throws InputException {
        List<SpikeEncoder> encoders = new ArrayList<>();
        for (Kind<? extends SpikeEncoder> kind : Encoders.KINDS.kinds()) {
            String written = "{\"" + kind.key() + "\": " + kind.key().example() + "}";
            encoders.add(kind.key().in(KeyDocuments.root(written, kind.key())));
        }
        encoders.removeIf(encoder -> encoder.currents().isPresent());
        encoders.add(new LifEncoder(0.9, 1, true, LifReset.SUBTRACT_AFTER_DECAY));
        return encoders;
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void soundGivesSpikes(SpikeEncoder encoder) {
        SpikeRaster raster = Encoded.raster(encoder, BANDS, drives(1));

        assertTrue(raster.size() > 40, raster.size() + " spikes");
        assertTrue(raster.size() < FRAMES * encoder.neurons(BANDS), "every neuron fires in every frame");
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theSameDrivesGiveTheSameSpikes(SpikeEncoder encoder) {
        assertEquals(Encoded.raster(encoder, BANDS, drives(1)), Encoded.raster(encoder, BANDS, drives(1)));
        assertNotEquals(Encoded.raster(encoder, BANDS, drives(1)), Encoded.raster(encoder, BANDS, drives(2)));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void spikesComeInOrderAndOnce(SpikeEncoder encoder) {
        double[] drives = drives(1);
        Encoding encoding = encoder.start(BANDS);
        for (int frame = 0; frame < FRAMES; frame++) {
            int now = frame;
            List<Integer> neurons = new ArrayList<>();
            encoding.encode(drives, frame * BANDS, frame, (tick, neuron) -> {
                assertEquals(now, tick);
                neurons.add(neuron);
            });
            for (int i = 0; i < neurons.size(); i++) {
                assertTrue(neurons.get(i) >= 0 && neurons.get(i) < encoder.neurons(BANDS));
                assertTrue(i == 0 || neurons.get(i) > neurons.get(i - 1), "order of " + neurons);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theFutureHasNoInfluence(SpikeEncoder encoder) {
        double[] drives = drives(1);
        double[] other = drives.clone();
        Arrays.fill(other, FRAMES / 2 * BANDS, other.length, 0.77);

        SpikeRaster whole = Encoded.raster(encoder, BANDS, drives);
        SpikeRaster changed = Encoded.raster(encoder, BANDS, other);

        assertEquals(whole.between(0, FRAMES / 2), changed.between(0, FRAMES / 2));
        assertNotEquals(whole, changed);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void bandsDoNotMix(SpikeEncoder encoder) {
        double[] drives = drives(1);
        double[] other = drives.clone();
        for (int frame = 0; frame < FRAMES; frame++) {
            other[frame * BANDS + 4] = 0.2;
        }
        int neuronsPerBand = encoder.neurons(BANDS) / BANDS;

        int[] counts = Encoded.raster(encoder, BANDS, drives).countsByNeuron(0, FRAMES);
        int[] changed = Encoded.raster(encoder, BANDS, other).countsByNeuron(0, FRAMES);

        for (int neuron = 0; neuron < 4 * neuronsPerBand; neuron++) {
            assertEquals(counts[neuron], changed[neuron], "neuron " + neuron);
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void whereAFrameLiesDoesNotMatter(SpikeEncoder encoder) {
        double[] drives = drives(1);
        SpikeRaster.Builder raster = SpikeRaster.builder(encoder.neurons(BANDS));
        Encoding encoding = encoder.start(BANDS);
        double[] frame = new double[BANDS + 7];
        for (int tick = 0; tick < FRAMES; tick++) {
            System.arraycopy(drives, tick * BANDS, frame, 7, BANDS);
            encoding.encode(frame, 7, tick, raster::add);
        }

        assertEquals(Encoded.raster(encoder, BANDS, drives), raster.build());
    }

    @Test
    void onlyPoissonSpikesDependOnASeed() throws Exception {
        List<SpikeEncoder> random =
                encoders().stream().filter(SpikeEncoder::isRandom).toList();

        assertEquals(List.of(new PoissonEncoder(0.2, 7)), random);
    }

    @Test
    void everyEncoderIsListedOnceAndTestedHere() throws Exception {
        List<Class<?>> listed = Encoders.KINDS.kinds().stream()
                .<Class<?>>map(KindsByKey.Kind::type)
                .toList();
        Set<Class<?>> encoders = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("ganglion.cochlea.encode")
                        .stream()
                        .filter(type -> type.isAssignableTo(SpikeEncoder.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        Set<Class<?>> tested = encoders().stream().map(Object::getClass).collect(Collectors.toSet());
        tested.add(CurrentInjection.class);

        assertEquals(encoders, Set.copyOf(listed));
        assertEquals(encoders.size(), listed.size());
        assertEquals(encoders, tested);
    }

    /** Smooth random drives between 0 and 1. */
    private static double[] drives(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drives = new double[FRAMES * BANDS];
        double[] speeds = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            speeds[band] = 0.02 + 0.3 * random.nextDouble();
        }
        Arrays.setAll(drives, i -> 0.5 - 0.5 * Math.cos(speeds[i % BANDS] * (i / BANDS)));
        return drives;
    }
}
