package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.compile.CompiledRule;
import ganglion.learning.data.HeardDataSet;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.rule.MapTempotron;
import ganglion.learning.sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.experiment.Features;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the spikes of a map for recordings as lists, one per run. */
final class MapSpikes {

    private static final String FOLDER = "spikes";

    private final ScenarioInputs inputs;
    private final MapTempotron classifier;

    MapSpikes(ScenarioInputs inputs, MapTempotron classifier) {
        this.inputs = inputs;
        this.classifier = classifier;
    }

    /** Adds the inputs to the scenario, and returns the files that were written beside it. */
    List<Path> write(ObjectNode document, List<CompiledClip> clips, Features features)
            throws IOException, InputException {
        if (!(features instanceof Features.Heard heard)) {
            return inputs.writeSpikes(document, classifier.map().units());
        }
        if (clips.size() > 1) {
            ArrayNode sweep = document.putArray("sweep");
            for (int number = 1; number <= clips.size(); number++) {
                sweep.addObject().put("/inputs/0/spikes", name(number, clips.get(number - 1)));
            }
        }
        ObjectNode input = document.putArray("inputs").addObject().put("name", CompiledRule.INPUT);
        input.put("spikes", name(1, clips.get(0)));
        input.put("size", classifier.map().units());
        List<Path> written = new ArrayList<>();
        for (CompiledClip clip : clips) {
            Path file = inputs.beside(name(written.size() + 1, clip));
            inputs.writeText(file, text(classifier.spikes(hear(clip, heard.settings()))));
            written.add(file);
        }
        return written;
    }

    private static String name(int number, CompiledClip clip) {
        return FOLDER + "/" + ScenarioInputs.numbered(number, clip) + ".spikes.csv";
    }

    private static SampleInput hear(CompiledClip clip, HearingSettings settings) throws InputException {
        List<SampleInput> heard = new ArrayList<>();
        Cochlea cochlea = new Cochlea(settings.ear());
        try {
            SoundReader.read(
                    List.of(new SoundFile(clip.file(), clip.label())),
                    false,
                    (sound, audio) -> heard.add(HeardDataSet.input(cochlea.hear(audio), settings)));
        } catch (DataSetException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
        return heard.get(0);
    }

    private static String text(SpikeInput spikes) {
        StringBuilder text = new StringBuilder("tick,neuron\n");
        for (int t = 0; t < spikes.steps(); t++) {
            for (int k = spikes.starts()[t]; k < spikes.starts()[t + 1]; k++) {
                text.append(t).append(',').append(spikes.neurons()[k]).append('\n');
            }
        }
        return text.toString();
    }
}
