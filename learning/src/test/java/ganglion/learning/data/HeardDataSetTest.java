package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.SpikeInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeardDataSetTest {

    private static final float RATE = 16_000;
    private static final int STEPS = 60;

    @TempDir
    private Path directory;

    @BeforeEach
    void recordTones() throws IOException {
        tone("low/a.wav", 300);
        tone("low/b.wav", 400);
        tone("high/c.wav", 3000);
    }

    private void tone(String name, double hertz) throws IOException {
        double[] samples = new double[(int) (RATE / 5)];
        Arrays.setAll(samples, i -> 0.3 * Math.sin(2 * Math.PI * hertz * i / RATE));
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, WaveWriter.bytes(new AudioClip(samples, RATE)));
    }

    private HeardDataSet hear(HeardAs heardAs, Augmentation augmentation) throws DataSetException {
        List<SoundFile> sounds = SoundFolders.byClass(directory);
        HearingSettings settings = new HearingSettings(CochleaParameters.DEFAULT, heardAs, STEPS, augmentation);
        return HeardDataSet.of(sounds, HeardDataSet.classesOf(sounds), settings, AudioFiles::read, () -> {});
    }

    @Test
    void foldersAreClassesAndTonesAreSpikesOfTheirBands() throws DataSetException {
        HeardDataSet data = hear(HeardAs.SPIKES, Augmentation.NONE);

        assertEquals(List.of("high", "low"), data.classes());
        assertEquals(3, data.size());
        for (int i = 0; i < data.size(); i++) {
            SpikeInput input = (SpikeInput) data.sample(i, 0).input();
            assertEquals(STEPS, input.steps());
            assertEquals(64, input.size());
            double meanBand = Arrays.stream(input.neurons()).average().orElseThrow();
            boolean high = data.classes().get(data.label(i)).equals("high");
            assertTrue(high ? meanBand > 35 : meanBand < 20, "mean band " + meanBand);
        }
    }

    @Test
    void numbersAreWhatTheEncoderSees() throws DataSetException {
        HeardDataSet data = hear(HeardAs.NUMBERS, Augmentation.NONE);

        DenseInput input = (DenseInput) data.sample(0, 0).input();
        assertEquals(STEPS, input.steps());
        float[] late = input.rows()[STEPS - 1];
        float largest = 0;
        for (float value : late) {
            largest = Math.max(largest, value);
        }
        assertTrue(largest > 0.1, "the tone is there, as " + largest);
    }

    @Test
    void augmentationDependsOnSoundAndEpochOnly() throws DataSetException {
        HeardDataSet data = hear(HeardAs.NUMBERS, new Augmentation(-6, 6, NoiseMix.white(10, 20), 0.02, 1));

        float[][] first = ((DenseInput) data.sample(1, 3).input()).rows();
        assertTrue(Arrays.deepEquals(first, ((DenseInput) data.sample(1, 3).input()).rows()));
        assertFalse(Arrays.deepEquals(first, ((DenseInput) data.sample(1, 4).input()).rows()));
    }

    private HeardDataSet shaped(HeardAs heardAs, Augmentation augmentation, boolean played) throws DataSetException {
        List<SoundFile> sounds = SoundFolders.byClass(directory).stream()
                .map(sound -> new SoundFile(
                        sound.file(),
                        sound.label(),
                        new TreeMap<>(played ? Map.of(Performer.ATTRIBUTE, Performer.PLAYER.name()) : Map.of())))
                .toList();
        CochleaParameters ear = CochleaParameters.DEFAULT.withFrames(RATE, 0.032, 0.01);
        HearingSettings settings = new HearingSettings(ear, heardAs, 13, Contour.USUAL, 2, 8, augmentation);
        return HeardDataSet.of(sounds, HeardDataSet.classesOf(sounds), settings, AudioFiles::read, () -> {});
    }

    private static float[][] rows(HeardDataSet data, int index, int epoch) {
        return ((DenseInput) data.sample(index, epoch).input()).rows();
    }

    @Test
    void contourCepstrumAndExpressionStandSideBySide() throws DataSetException {
        float[][] all = rows(shaped(HeardAs.CONTOUR_AND_EXPRESSION, Augmentation.NONE, false), 0, 0);
        float[][] contour = rows(shaped(HeardAs.CONTOUR, Augmentation.NONE, false), 0, 0);
        float[][] cepstrum = rows(shaped(HeardAs.CONTOUR_AND_CEPSTRUM, Augmentation.NONE, false), 0, 0);
        float[][] expression = rows(shaped(HeardAs.EXPRESSION, Augmentation.NONE, false), 0, 0);

        assertEquals(8, all.length);
        assertEquals(3 * 64 + 13 + Expression.features(), all[0].length);
        for (int t = 0; t < 8; t++) {
            assertArrayEquals(contour[t], Arrays.copyOf(all[t], 3 * 64));
            assertArrayEquals(cepstrum[t], Arrays.copyOf(all[t], 3 * 64 + 13));
            assertArrayEquals(expression[t], Arrays.copyOfRange(all[t], 3 * 64 + 13, all[t].length));
        }
    }

    @Test
    void intonationStandsAfterExpression() throws DataSetException {
        float[][] both = rows(shaped(HeardAs.EXPRESSION_AND_INTONATION, Augmentation.NONE, false), 0, 0);
        float[][] expression = rows(shaped(HeardAs.EXPRESSION, Augmentation.NONE, false), 0, 0);

        assertEquals(Expression.features() + Intonation.features(), both[0].length);
        for (int t = 0; t < 8; t++) {
            assertArrayEquals(expression[t], Arrays.copyOf(both[t], Expression.features()));
        }
        assertEquals(
                3 * 64 + 13 + both[0].length,
                rows(shaped(HeardAs.CONTOUR_EXPRESSION_AND_INTONATION, Augmentation.NONE, false), 0, 0)[0].length);
    }

    @Test
    void refusesChangesOfSpectraWhereIntonationIsHeard() {
        Augmentation changes = Augmentation.NONE.withSpectrum(new SpectrumChange(1, 0, 0, 0, 0, 0, 0), 0);

        assertThrows(
                IllegalArgumentException.class,
                () -> shaped(HeardAs.CONTOUR_EXPRESSION_AND_INTONATION, changes, false));
    }

    @Test
    void spectraChangeFromEpochToEpoch() throws DataSetException {
        Augmentation changes = Augmentation.NONE.withSpectrum(new SpectrumChange(1, 0, 3, 0, 0, 0, 0), 0);
        HeardDataSet data = shaped(HeardAs.CONTOUR, changes, false);

        assertTrue(Arrays.deepEquals(rows(data, 0, 3), rows(data, 0, 3)));
        assertFalse(Arrays.deepEquals(rows(data, 0, 3), rows(data, 0, 4)));
    }

    @Test
    void aNoteThatIsPlayedHasTheBreathOfAPlayer() throws DataSetException {
        float[][] machine = rows(shaped(HeardAs.EXPRESSION, Augmentation.NONE, false), 0, 0);
        float[][] player = rows(shaped(HeardAs.EXPRESSION, Augmentation.NONE, true), 0, 0);

        assertFalse(Arrays.deepEquals(machine, player));
    }

    @Test
    void refusesChangesOfSpectraWhereNoContourIsHeard() {
        Augmentation changes = Augmentation.NONE.withSpectrum(new SpectrumChange(1, 0, 0, 0, 0, 0, 0), 0);

        assertThrows(IllegalArgumentException.class, () -> shaped(HeardAs.EXPRESSION, changes, false));
    }

    @Test
    void refusesSeveralFramesForAStepOfDrives() {
        assertThrows(IllegalArgumentException.class, () -> shaped(HeardAs.NUMBERS, Augmentation.NONE, false));
    }

    @Test
    void refusesALabelThatIsNoClass() {
        HearingSettings settings =
                new HearingSettings(CochleaParameters.DEFAULT, HeardAs.SPIKES, STEPS, Augmentation.NONE);

        String message = assertThrows(
                        DataSetException.class,
                        () -> HeardDataSet.of(
                                SoundFolders.byClass(directory), List.of("low"), settings, AudioFiles::read, () -> {}))
                .getMessage();

        assertTrue(message.endsWith("found the label \"high\", expected one of [low]"), message);
    }
}
