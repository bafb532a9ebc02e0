package ganglion.live.server;

import ganglion.live.event.LiveFrame;
import ganglion.live.event.LiveStart;
import ganglion.live.event.LiveWatch;
import ganglion.live.picture.Picture;
import ganglion.live.picture.PictureEncoder;
import ganglion.live.picture.PopulationPlaces;
import ganglion.live.picture.RecentPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects ticks into pictures, and remembers those of the last minute. Used by one thread. */
final class PictureMaker {

    /** Most ticks in a picture. */
    static final int MOST_TICKS = 1_000;

    private static final int[] NONE = {};

    private final Consumer<Picture> made;
    private final List<LiveFrame> frames = new ArrayList<>();
    private PictureEncoder encoder;
    private RecentPictures recent;
    private int[] watched = NONE;

    /** @param made takes each picture */
    PictureMaker(Consumer<Picture> made) {
        this.made = made;
    }

    /** Forgets all and begins anew. {@code session} is the number of the start. */
    void begin(LiveStart start, int session) {
        frames.clear();
        encoder = new PictureEncoder(session, new PopulationPlaces(start.populations()), start.tickSeconds());
        recent = new RecentPictures(start.tickSeconds());
        watched = NONE;
    }

    void add(LiveFrame frame) {
        if (encoder == null) {
            return;
        }
        if (!frames.isEmpty() && !goesOn(frames.get(frames.size() - 1), frame) || frames.size() == MOST_TICKS) {
            finish();
        }
        frames.add(frame);
    }

    private static boolean goesOn(LiveFrame last, LiveFrame next) {
        return next.tick() == last.tick() + 1
                && next.bands().length == last.bands().length
                && next.potentials().length == last.potentials().length;
    }

    void watch(LiveWatch watch) {
        finish();
        watched = watch.neurons().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Makes a picture of the ticks so far, if there are any. */
    void finish() {
        if (frames.isEmpty()) {
            return;
        }
        List<LiveFrame> taken = List.copyOf(frames);
        frames.clear();
        boolean known = taken.get(0).potentials().length == watched.length;
        Picture picture = encoder.encode(taken, known ? watched : NONE);
        recent.add(picture);
        made.accept(picture);
    }

    /** Pictures of the last minute, the newest first. */
    List<Picture> newestFirst() {
        return recent == null ? List.of() : recent.newestFirst();
    }
}
