package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Rhythm;
import ganglion.study.rhythm.RhythmTask;

/** Experiments that recognise a rhythm. */
final class RhythmFormat implements TaskFormat {

    private static final int USUAL_SEEDS = 5;

    @Override
    public String name() {
        return "rhythm";
    }

    @Override
    public String schema() {
        return "rhythm.schema.json";
    }

    @Override
    public Rhythm read(ExperimentHead head, Place root) {
        Place trains = Sections.of(root, "trains");
        RhythmTask task = new RhythmTask(
                root.choice("front", RhythmTask.Front.DELAYS),
                trains.integer("ticks", 400),
                trains.number("jitter", 2),
                trains.number("missing", 0.1),
                trains.integer("training", 1500),
                trains.integer("test", 1000),
                root.integer("epochs", 5));
        boolean listed = root.node().path("seeds").isArray();
        return new Rhythm(head, task, listed ? 1 : root.integer("seeds", USUAL_SEEDS));
    }
}
