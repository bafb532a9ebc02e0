package ganglion.kernel.broken;

import akka.actor.typed.Behavior;
import com.ezylang.evalex.Expression;
import de.jarnbjo.vorbis.VorbisStream;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.report.chart.broken.BreaksChartRules;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Server;
import org.yaml.snakeyaml.Yaml;

/** Breaks the rules of the kernel, and those of all classes. */
public final class BreaksKernelRules {

    public int changeable;

    double number(Behavior<BreaksChartRules> actor, Socket socket, Server server, Object any) {
        System.out.println(actor);
        boolean known = any instanceof Expression || any instanceof Yaml || any instanceof VorbisStream;
        boolean open = socket.isClosed() || server.isRunning() || known || any instanceof LifEncoder;
        return open ? new Random().nextDouble() : ThreadLocalRandom.current().nextDouble() + System.nanoTime();
    }
}
