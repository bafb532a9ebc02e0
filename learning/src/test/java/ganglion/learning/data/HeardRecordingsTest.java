package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.cochlea.data.DataSetException;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeardRecordingsTest {

    private static final Cochlea EAR = new Cochlea(CochleaParameters.DEFAULT);

    @TempDir
    private Path folder;

    private Path tone(String name, double hertz) throws IOException {
        return tone(name, hertz, 0.2);
    }

    private Path tone(String name, double hertz, double seconds) throws IOException {
        double[] samples = new double[(int) Math.round(16_000 * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.5 * Math.sin(2 * Math.PI * hertz * i / 16_000);
        }
        Path file = folder.resolve("sounds").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, WaveWriter.bytes(new AudioClip(samples, 16_000)));
    }

    private HeardRecordings.Summary hear(Path file) throws IOException, DataSetException {
        try (RecordingsWriter writer = new RecordingsWriter(file)) {
            return HeardRecordings.write(folder.resolve("sounds"), EAR, writer, share -> {});
        }
    }

    private LabelledSamples heard() throws IOException, DataSetException {
        Path file = folder.resolve("heard.h5");
        hear(file);
        return SpikeRecordings.read(file, new SpikeBinning(0.002, 100, 64));
    }

    @Test
    void spikesAreThoseThatTheEarHears() throws Exception {
        Path low = tone("low/3/a.wav", 300);
        tone("low/12/a.wav", 320);
        tone("high/3/a.wav", 3000);

        LabelledSamples read = heard();

        assertEquals(List.of("high", "low"), read.classes());
        assertEquals(
                List.of(0, 1, 1), read.samples().stream().map(Sample::label).toList());
        assertEquals(List.of("3", "12", "3"), read.groups(), "speakers have the numbers of their folders");
        SpikeInput expected = SpikeInput.of(EAR.hear(AudioFiles.read(low)).spikes(), 100);
        SpikeInput found = (SpikeInput) read.samples().get(2).input();
        assertTrue(expected.neurons().length > 20, "few spikes of a loud tone");
        assertArrayEquals(expected.starts(), found.starts());
        assertArrayEquals(expected.neurons(), found.neurons());
    }

    @Test
    void speakersWithNamesAreNumbered() throws Exception {
        tone("low/tom/a.wav", 300);
        tone("low/7/a.wav", 300);
        tone("low/ann/b.wav", 300);

        assertEquals(List.of("0", "1", "2"), heard().groups());
        assertEquals(3, hear(folder.resolve("again.h5")).speakers());
    }

    /** As whole numbers, 1 and 01 are the same. */
    @Test
    void speakersOfEqualNumbersStayTwo() throws Exception {
        tone("low/1/a.wav", 300);
        tone("low/01/a.wav", 300);

        assertEquals(List.of("0", "1"), heard().groups());
    }

    @Test
    void spikesStayInTheirFramesAsLongAsHalfPrecisionTellsThemApart() throws Exception {
        Path sound = tone("low/1/a.wav", 300, 3.9);

        Path file = folder.resolve("heard.h5");
        hear(file);

        SpikeInput expected = SpikeInput.of(EAR.hear(AudioFiles.read(sound)).spikes(), 2000);
        SpikeInput found = (SpikeInput) SpikeRecordings.read(file, new SpikeBinning(0.002, 2000, 64))
                .samples()
                .get(0)
                .input();
        assertArrayEquals(expected.starts(), found.starts());
        assertArrayEquals(expected.neurons(), found.neurons());
    }

    @Test
    void aSoundWhoseFramesHalfPrecisionMixesIsRefused() throws Exception {
        Path sound = tone("low/1/a.wav", 300, 4.1);

        String message = assertThrows(DataSetException.class, () -> hear(folder.resolve("x.h5")))
                .getMessage();

        assertTrue(message.startsWith(sound + ": found a spike at 4.0"), message);
        assertTrue(
                message.endsWith(
                        " s, expected none from 4.0 s on: times in half precision do not tell frames of 0.002 s apart"
                                + " there; take shorter sounds or a longer hop"),
                message);
    }

    @Test
    void aSoundThatIsTooLongToHearIsNamed() throws Exception {
        CochleaParameters own = CochleaParameters.DEFAULT;
        Cochlea fine =
                new Cochlea(own.withFrames(own.sampleRateHertz(), own.windowSeconds(), 1 / own.sampleRateHertz()));
        Path sound = folder.resolve("sounds/low/1/a.wav");
        Files.createDirectories(sound.getParent());
        Files.write(sound, WaveWriter.bytes(new AudioClip(new double[15_000], 100)));

        try (RecordingsWriter writer = new RecordingsWriter(folder.resolve("x.h5"))) {
            String message = assertThrows(
                            DataSetException.class,
                            () -> HeardRecordings.write(folder.resolve("sounds"), fine, writer, share -> {}))
                    .getMessage();

            assertTrue(message.startsWith(sound + ": ") && message.contains(" are too many"), message);
        }
    }

    @Test
    void theSameSoundsGiveTheSameBytes() throws Exception {
        for (int i = 0; i < 5; i++) {
            tone("low/1/" + i + ".wav", 200 + 50 * i);
        }

        hear(folder.resolve("one.h5"));
        hear(folder.resolve("two.h5"));

        assertEquals(-1, Files.mismatch(folder.resolve("one.h5"), folder.resolve("two.h5")));
    }

    @Test
    void aSoundOfNoSpeakerIsRefused() throws IOException {
        tone("low/1/a.wav", 300);
        Path lost = tone("low/b.wav", 300);

        assertEquals(
                lost + ": lies in no folder of a speaker, expected CLASS/SPEAKER/SOUND in " + folder.resolve("sounds"),
                assertThrows(DataSetException.class, () -> hear(folder.resolve("x.h5")))
                        .getMessage());
    }

    @Test
    void whatIsNoSoundIsNamed() throws IOException {
        tone("low/1/a.wav", 300);
        Path broken = Files.writeString(folder.resolve("sounds/low/1/b.wav"), "no sound");

        String message = assertThrows(DataSetException.class, () -> hear(folder.resolve("x.h5")))
                .getMessage();

        assertTrue(message.startsWith(broken + ": "), message);
    }
}
