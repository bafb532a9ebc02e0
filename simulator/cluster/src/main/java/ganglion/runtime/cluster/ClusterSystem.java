package ganglion.runtime.cluster;

import akka.actor.ActorRef;
import akka.actor.Address;
import akka.actor.PoisonPill;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.io.Tcp;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts the actor systems of processes that take part in a cluster. */
final class ClusterSystem {

    private static final String NAME = "ganglion";

    /** What a process is for that offers its machine. */
    static final String NODE = "node";

    /** What a process is for that conducts a run. */
    static final String LEADER = "leader";

    /** Leaving a cluster takes a second or two. */
    private static final int END_SECONDS = 10;

    /** A system whose connections have been cut ends at once, on a machine that is not busy. */
    private static final int CUT_SECONDS = 10;

    private ClusterSystem() {}

    /**
     * Starts a system, which joins a cluster, or begins one.
     *
     * @param role what the process is for
     * @throws ClusterException if the port cannot be used
     */
    static ActorSystem<Void> start(ClusterSettings settings, String role, Behavior<Void> root) {
        Config configuration = configuration(settings, role);
        ActorSystem<Void> system;
        try {
            system = ActorSystem.create(root, NAME, configuration);
        } catch (RuntimeException e) {
            throw new ClusterException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(e));
        }
        if (settings.join().isEmpty()) {
            Cluster cluster = Cluster.get(system);
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        }
        return system;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof UnresolvedAddressException
                ? "found no address of that name"
                : String.valueOf(cause.getMessage());
    }

    /** Where a system can be reached, as {@code HOST:PORT}. */
    static String address(ActorSystem<?> system) {
        return place(Cluster.get(system).selfMember().address());
    }

    /** An address of another process as {@code HOST:PORT}. */
    static String place(Address address) {
        return address.getHost().get() + ":" + address.getPort().get();
    }

    /**
     * Ends a system, and waits for its end, but not for ever: what a network does not answer must not hold up a process that has done its
     * work.
     */
    static void end(ActorSystem<?> system) {
        system.terminate();
        awaitEnd(system, END_SECONDS);
    }

    /**
     * Waits for the end of a system that is ending, and cuts its connections if it has not ended in some seconds. Akka waits for all of them
     * without a limit (akka-core 30326), and for some until the other side answers: if that cannot be reached, until the network of the
     * machine gives up after a quarter of an hour. Until then nobody else can listen on its port.
     */
    static void awaitEnd(ActorSystem<?> system, int seconds) {
        if (!hasEnded(system, seconds)) {
            // Told itself: the guardian, which would stop it, hears nothing any more while it waits for the
            // connections.
            Tcp.get(system.classicSystem()).manager().tell(PoisonPill.getInstance(), ActorRef.noSender());
            hasEnded(system, CUT_SECONDS); // If not, its threads are no reason for the process to go on.
        }
    }

    private static boolean hasEnded(ActorSystem<?> system, int seconds) {
        try {
            system.getWhenTerminated().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // It has ended, for whatever reason.
        }
        return true;
    }

    /** What Akka calls a place. */
    static String uri(String place) {
        return "akka://" + NAME + "@" + place;
    }

    private static Config configuration(ClusterSettings settings, String role) {
        List<String> seeds = settings.join().stream().map(ClusterSystem::uri).toList();
        boolean begins = role.equals(LEADER) && settings.join().isEmpty();
        Map<String, Object> values = new HashMap<>(Map.of(
                "ganglion.threads",
                settings.threads(),
                "akka.remote.artery.canonical.hostname",
                settings.host(),
                "akka.remote.artery.canonical.port",
                settings.port(),
                "akka.cluster.seed-nodes",
                seeds,
                "akka.cluster.roles",
                List.of(role),
                // The processes of one machine end with their leader, which began their cluster. Elsewhere the oldest
                // may die alone.
                "ganglion.down-if-alone",
                !begins,
                // Nobody waits for a leader to leave whose nodes end with it.
                "akka.coordinated-shutdown.run-by-actor-system-terminate",
                !begins));
        settings.tls().ifPresent(folder -> {
            TlsFiles files = TlsFiles.in(folder);
            values.put("akka.remote.artery.transport", "tls-tcp");
            String keys = "akka.remote.artery.ssl.rotating-keys-engine.";
            values.put(keys + "key-file", files.key().toString());
            values.put(keys + "cert-file", files.certificate().toString());
            values.put(keys + "ca-cert-file", files.authority().toString());
        });
        return ConfigFactory.load(ConfigFactory.parseMap(values)
                .withFallback(ConfigFactory.parseResources(ClusterSystem.class, "/ganglion-cluster.conf"))
                .withFallback(ConfigFactory.parseResources(ClusterSystem.class, "/ganglion-runtime.conf")));
    }

    /**
     * The files that a process needs to show who it is. They are looked at before it starts: later, what is wrong with them only makes every
     * connection fail.
     *
     * @param key private key
     * @param certificate that goes with it
     * @param authority certificate of who has issued the other
     */
    record TlsFiles(Path key, Path certificate, Path authority) {

        private static final Pattern PRIVATE_KEY =
                Pattern.compile("(?s)-----BEGIN (RSA )?PRIVATE KEY-----(.+)-----END (?:RSA )?PRIVATE KEY-----");

        /** @throws ClusterException if a file in the folder is missing or of no use */
        static TlsFiles in(Path folder) {
            TlsFiles files = new TlsFiles(
                    file(folder, ClusterSettings.KEY),
                    file(folder, ClusterSettings.CERTIFICATE),
                    file(folder, ClusterSettings.AUTHORITY));
            readCertificate(files.authority);
            files.checkKey(readCertificate(files.certificate));
            return files;
        }

        private static Path file(Path folder, String name) {
            Path file = folder.toAbsolutePath().resolve(name);
            if (!Files.isReadable(file)) {
                throw new ClusterException(
                        "found no file " + file + " that can be read, expected " + ClusterSettings.KEY + ", "
                                + ClusterSettings.CERTIFICATE + " and " + ClusterSettings.AUTHORITY + " there");
            }
            return file;
        }

        private static X509Certificate readCertificate(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                X509Certificate certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
                certificate.checkValidity();
                return certificate;
            } catch (CertificateExpiredException | CertificateNotYetValidException e) {
                throw new ClusterException(
                        "found a certificate in " + file + " that is not valid now, by the clock of this machine");
            } catch (CertificateException | IOException e) {
                throw new ClusterException("found no certificate in " + file + ", expected one in PEM format");
            }
        }

        private void checkKey(X509Certificate own) {
            try {
                Matcher found = PRIVATE_KEY.matcher(Files.readString(key, StandardCharsets.ISO_8859_1));
                if (!found.find()) {
                    throw noKey();
                }
                if (found.group(1) == null) { // the older format Java does not read by itself
                    byte[] bytes = Base64.getMimeDecoder().decode(found.group(2));
                    PrivateKey read = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
                    if (!belongs(read, own)) {
                        throw new ClusterException(
                                "found a key in " + key + " that does not belong to the certificate in " + certificate);
                    }
                }
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw noKey();
            }
        }

        private static boolean belongs(PrivateKey key, X509Certificate certificate) {
            return key instanceof RSAPrivateKey secret
                    && certificate.getPublicKey() instanceof RSAPublicKey open
                    && secret.getModulus().equals(open.getModulus());
        }

        private ClusterException noKey() {
            return new ClusterException(
                    "found no private key in " + key + ", expected an RSA key in PEM format that is not encrypted");
        }
    }
}
