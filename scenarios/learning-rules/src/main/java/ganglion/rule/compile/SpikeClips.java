package ganglion.rule.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.data.HeardDataSet;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.compile.ScenarioInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes what the spikes of recordings are, where the scenario cannot hear them itself, as lists, one per run. */
final class SpikeClips {

    private static final String FOLDER = "spikes";

    private final ScenarioInputs inputs;
    private final int size;
    private final Function<SampleInput, SpikeRaster> spikes;

    /**
     * @param size number of neurons that the spikes come from
     * @param spikes those for a recording, at the ticks of the scenario
     */
    SpikeClips(ScenarioInputs inputs, int size, Function<SampleInput, SpikeRaster> spikes) {
        this.inputs = inputs;
        this.size = size;
        this.spikes = spikes;
    }

    /** Adds the inputs to the scenario, and returns the files that were written beside it. */
    List<Path> write(ObjectNode document, List<CompiledClip> clips, Features features)
            throws IOException, InputException {
        if (!(features instanceof Features.Heard heard)) {
            return inputs.writeSpikes(document, size);
        }
        if (clips.size() > 1) {
            ArrayNode sweep = document.putArray("sweep");
            for (int number = 1; number <= clips.size(); number++) {
                sweep.addObject().put("/inputs/0/spikes", name(number, clips.get(number - 1)));
            }
        }
        ObjectNode input = document.putArray("inputs").addObject().put("name", CompiledTempotrons.INPUT);
        input.put("spikes", name(1, clips.get(0)));
        input.put("size", size);
        List<Path> written = new ArrayList<>();
        for (CompiledClip clip : clips) {
            Path file = inputs.beside(name(written.size() + 1, clip));
            inputs.writeText(file, text(spikes.apply(hear(clip, heard.settings()))));
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

    private static String text(SpikeRaster spikes) {
        StringBuilder text = new StringBuilder("tick,neuron\n");
        for (int k = 0; k < spikes.size(); k++) {
            text.append(spikes.tick(k)).append(',').append(spikes.neuron(k)).append('\n');
        }
        return text.toString();
    }
}
