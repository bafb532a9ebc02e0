package ganglion.live.keep;

import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.InputException;
import ganglion.documents.output.YamlText;
import ganglion.documents.place.DocumentPath;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.live.keep.MomentMemory.HeardTick;
import ganglion.live.keep.MomentMemory.Moment;
import ganglion.live.run.LiveScenario;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.OwnDirectory;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.data.RasterWriter;
import ganglion.scenario.format.KeptClip;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.format.WholeScenario;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Writes a moment as a folder: scenario, sound, the files of the network, and the spikes that it must fire. */
final class MomentFolder {

    static final String SCENARIO = "scenario.yaml";
    private static final String SOUND = "sound.wav";
    private static final String GOLDEN = "golden.csv";
    private static final String FILES = "files";

    private final LiveScenario live;
    private final RunSettings settings;

    MomentFolder(LiveScenario live, RunSettings settings) {
        this.live = live;
        this.settings = settings;
    }

    /**
     * Writes a folder.
     *
     * @param folder its place; another name beside it is taken if it exists
     * @return where it is, and what is to be said of its spikes
     * @throws IOException in words, if it cannot be written, or a file of the scenario is not as it was
     */
    Written write(Moment moment, Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        OwnDirectory kind = new OwnDirectory("moment", SCENARIO, "", 0, Set.of(), Pattern.compile("(?!)"));
        Written[] compared = new Written[1];
        Path place = new DirectoryPublisher(kind).publish(folder, IfExists.TAKE_ANOTHER_NAME, directory -> {
            try {
                compared[0] = writeInto(directory, moment);
            } catch (InputException e) {
                throw new IOException(e.problems().get(0).oneLine(), e);
            }
        });
        return new Written(place, compared[0].spikes(), compared[0].decision());
    }

    /**
     * A folder that was written.
     *
     * @param spikes how its spikes compare with the session's
     * @param decision how its decision does; empty if there is none
     */
    record Written(Path folder, KeptSpikes spikes, String decision) {

        /** One line. */
        String words() {
            return spikes.words() + (decision.isEmpty() ? "" : "; " + decision);
        }
    }

    private Written writeInto(Path directory, Moment moment) throws IOException, InputException {
        int rate = (int) Math.round(live.ear().cochlea().sampleRateHertz());
        WaveWriter.writeFloats(
                directory.resolve(SOUND),
                rate,
                moment.ticks().stream().map(HeardTick::heard).toArray(double[][]::new));
        Scenario original = live.scenario();
        ScenarioOverrides overrides = original.overrides();
        WholeScenario whole = ScenarioFiles.whole(original.file(), overrides);
        new KeptClip(
                        moment.name(),
                        description(moment),
                        live.ear().name(),
                        SOUND,
                        moment.changesOfEar(),
                        moment.leadTicks())
                .putInto(whole);
        copyFiles(whole, directory);
        Path file = directory.resolve(SCENARIO);
        Files.writeString(file, YamlText.of(whole.tree()));
        ScenarioRun run =
                ScenarioRunner.run(ScenarioFiles.read(file, ScenarioOverrides.NONE), settings, RunProgress.NONE);
        writeGolden(run, directory.resolve(GOLDEN));
        Optional<String> winner =
                run.decisions().stream().findFirst().map(Decision::winner).filter(label -> !label.isEmpty());
        KeptClip.expect(GOLDEN, winner, whole);
        Files.writeString(file, YamlText.of(whole.tree()));
        return new Written(
                directory, KeptSpikes.of(moment, run.network(), run.result().spikes()), decision(moment, winner));
    }

    /** The session decides over a window that slides, the kept scenario once for the whole stretch. */
    private String decision(Moment moment, Optional<String> winner) {
        if (live.classes().isEmpty()) {
            return "";
        }
        int last = moment.ticks().get(moment.ticks().size() - 1).winner();
        String ofSession = last < 0 ? "nothing" : live.classes().get(last);
        return "the whole stretch is decided for " + winner.orElse("nothing") + ", the session decided for " + ofSession
                + " at its end";
    }

    private String description(Moment moment) {
        double tick = live.scenario().clock().tickSeconds();
        StringBuilder words = new StringBuilder("Kept from a live session of "
                + live.scenario().name() + ": what it heard from " + seconds(moment.fromTick() * tick) + " to "
                + seconds(moment.untilTick() * tick) + " after its start");
        if (moment.leadTicks() > 0) {
            words.append(", with the " + seconds(moment.leadTicks() * tick)
                    + " before, in which the network comes into its state");
        }
        words.append(". The sound is as the ear heard it, after gain and noise.");
        moment.changes().stream()
                .filter(change -> !moment.changesOfEar().contains(change))
                .forEach(change -> words.append(String.format(
                        Locale.ROOT,
                        " Held by the sound: %s %s %s from tick %d.",
                        change.setting().word(),
                        change.value(),
                        change.setting().unit(),
                        change.tick())));
        return words.toString();
    }

    private static String seconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0 + " s";
    }

    /** Copies the files that are still named, each once, and names the copies. */
    private static void copyFiles(WholeScenario whole, Path directory) throws IOException {
        Map<Path, String> copies = new LinkedHashMap<>();
        for (Map.Entry<String, DocumentPath> named : whole.files().entrySet()) {
            Path source = named.getValue().resolved();
            if (!copies.containsKey(source) && Files.isRegularFile(source)) {
                String name = FILES + "/" + (copies.size() + 1) + "-" + source.getFileName();
                Files.createDirectories(directory.resolve(FILES));
                Files.copy(source, directory.resolve(name));
                copies.put(source, name);
            }
            if (copies.containsKey(source)) {
                whole.rename(named.getKey(), copies.get(source));
            }
        }
    }

    private static void writeGolden(ScenarioRun run, Path file) throws IOException {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        for (int p = 0; p < run.network().populations().size(); p++) {
            Population population = run.network().populations().get(p);
            rasters.put(population.name(), run.result().spikes().get(p));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            RasterWriter.write(new RasterFile(run.clock().tickSeconds(), run.ticks(), rasters), out);
        }
    }

    /**
     * How the spikes of a kept stretch compare with those of the session.
     *
     * @param live spikes of the session in the stretch
     * @param different spikes of one of the two that the other lacks
     */
    private record KeptSpikes(long live, long different) {

        /**
         * Compares.
         *
         * @param spikes of the kept scenario by population, whose tick 0 is the moment's first
         */
        static KeptSpikes of(Moment moment, Network network, List<SpikeRaster> spikes) {
            LongStream.Builder ofSession = LongStream.builder();
            for (HeardTick tick : moment.ticks()) {
                if (tick.tick() >= moment.fromTick()) {
                    Arrays.stream(tick.spikes()).forEach(neuron -> ofSession.add(spike(tick.tick(), neuron)));
                }
            }
            LongStream.Builder ofStretch = LongStream.builder();
            for (int p = 0; p < spikes.size(); p++) {
                SpikeRaster raster = spikes.get(p);
                for (int i = 0; i < raster.size(); i++) {
                    long tick = moment.start() + raster.tick(i);
                    if (tick >= moment.fromTick() && tick < moment.untilTick()) {
                        ofStretch.add(spike(tick, network.firstNeuron(p) + raster.neuron(i)));
                    }
                }
            }
            long[] session = ofSession.build().sorted().toArray();
            long[] stretch = ofStretch.build().sorted().toArray();
            long common = Arrays.stream(stretch)
                    .filter(spike -> Arrays.binarySearch(session, spike) >= 0)
                    .count();
            return new KeptSpikes(session.length, session.length + stretch.length - 2 * common);
        }

        private static long spike(long tick, int neuron) {
            return tick << Integer.SIZE | neuron;
        }

        /** One line. */
        String words() {
            return different == 0
                    ? "its " + live + " spikes are those of the session"
                    : different + " spikes differ from the " + live
                            + " of the session, because the scenario and its other inputs begin shortly before the stretch, at rest";
        }
    }
}
