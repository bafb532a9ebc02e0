package ganglion.cli.launcher;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A source tree of three files with the real launcher in it, and a JDK and a Maven that only write down how they were
 * called: the launcher's decisions can be watched without building anything.
 */
final class LauncherTree {

    /** Programs that a POSIX system has and the launcher uses. */
    private static final String TOOLS =
            "find head tail mkdir rm mv date sleep readlink sed rmdir awk cat cksum sort touch tr uname";

    private static final String FLOCK = "flock";

    private final Path root;
    private final Path tools;
    private final Path javaHome;

    /** Words before the command line of the launcher. */
    private List<String> before = List.of();

    /** What one start gave. */
    record Started(int code, String out, List<String> errorLines) {}

    LauncherTree(Path folder) {
        this.root = folder.resolve("source tree");
        this.tools = folder.resolve("tools");
        this.javaHome = folder.resolve("jdk 17");
        try {
            Files.createDirectories(root.resolve("scenarios/cli/src/main/java"));
            Files.copy(ProjectRoot.find().resolve("ganglion"), root.resolve("ganglion"));
            Files.writeString(root.resolve("pom.xml"), "<project/>");
            Files.writeString(root.resolve("scenarios/cli/pom.xml"), "<project/>");
            Files.writeString(source(), "class A {}");
            writeTools();
            writeJdk("17.0.9");
            writeMaven();
            makeEverythingOld();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    Path source() {
        return root.resolve("scenarios/cli/src/main/java/A.java");
    }

    Path builds() {
        return root.resolve("scenarios/ganglion/target/ganglion");
    }

    /** The variables LC_ALL and LC_CTYPE as Java has them. */
    String localeOfJava() throws IOException {
        return Files.readString(root.resolve("locale")).strip();
    }

    /** How often Maven was called. */
    long mavenCalls() throws IOException {
        Path log = root.resolve("maven-calls");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    /** A JDK of a version, whose java prints its working directory and arguments. */
    void writeJdk(String version) throws IOException {
        Files.createDirectories(javaHome.resolve("bin"));
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        writeScript(
                javaHome.resolve("bin/java"),
                "for word; do",
                "    case $word in",
                "        -XX:DumpLoadedClassList=*) classes=${word#*=} ;;",
                "        live | run | test) verb=$word ;;",
                "        -XX:SharedClassListFile=*) list=${word#*=} ;;",
                "        -Xshare:dump) dump=yes ;;",
                "        -XX:SharedArchiveFile=*) [ -z \"${dump:-}\" ] || { cat \"$list\" >\"${word#*=}\"; exit 0; }"
                        + " ;;",
                "        -Xshare:on) [ -z \"${ARCHIVE_IS_BROKEN:-}\" ]; exit ;;",
                "    esac",
                "done",
                "if [ -n \"${classes:-}\" ]; then",
                "    file=$(printf '%s' \"$classes\" | sed \"s/%p/$$/\")",
                "    printf '%s\\n' a/B '@lambda-proxy a/B f' '@lambda-proxy a/B f' b/C \"of/$verb\" >\"$file\"",
                "    exit",
                "fi",
                "echo \"${LC_ALL:-} ${LC_CTYPE:-}\" >'" + root.resolve("locale") + "'",
                "pwd",
                "for word; do printf '<%s>\\n' \"$word\"; done",
                "exit ${EXIT_OF_JAVA:-0}");
        writeScript(javaHome.resolve("bin/javac"), "exit 0");
    }

    /** Turns the tree into an unpacked distribution that needs a JDK. */
    void becomeDistribution() throws IOException {
        removeMaven();
        Files.delete(javaHome.resolve("bin/javac"));
        Files.delete(root.resolve("pom.xml"));
        Files.createDirectories(root.resolve("lib"));
        Files.createFile(root.resolve("lib/ganglion-program-1.jar"));
    }

    /** Turns the tree into an unpacked archive with a runtime, and takes the JDK away. */
    void becomeArchive(String glibc) throws IOException {
        becomeDistribution();
        Path runtime = Files.move(javaHome, root.resolve("runtime"));
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"17.0.9\"\nGLIBC=\"" + glibc + "\"\n");
    }

    /**
     * Takes the right to write among the jars. No permission stops root, so that root's later starts are those of another user.
     *
     * @return whether that is possible here
     */
    boolean makeReadOnly() throws IOException {
        Path lib = root.resolve("lib");
        Files.setPosixFilePermissions(root.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                Files.writeString(root.resolve("locale"), ""), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(lib, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (Files.isWritable(lib)) {
            before = installed("setpriv")
                    .map(setpriv -> List.of(setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups"))
                    .orElse(List.of());
            return !before.isEmpty();
        }
        return true;
    }

    /** True if starts are those of another user than the one of the tests. */
    boolean startsAsAnotherUser() {
        return !before.isEmpty();
    }

    /** As where there is none, as on macOS. */
    void removeFlock() throws IOException {
        Files.deleteIfExists(tools.resolve(FLOCK));
    }

    void removeMaven() throws IOException {
        Files.delete(tools.resolve("mvn"));
    }

    /** Makes a file newer than anything built so far. */
    static void change(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
    }

    Started start(String... words) throws IOException, InterruptedException {
        return finish(begin(Map.of(), root.resolve("ganglion"), words));
    }

    /** Starts the launcher under a name, in a folder of its own. */
    Process begin(Map<String, String> environment, Path launcher, String... words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(launcher.toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(tools.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Started finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the launcher does not end");
        }
        return new Started(process.exitValue(), out, err.lines().toList());
    }

    private void writeTools() throws IOException {
        Files.createDirectories(tools);
        for (String tool : TOOLS.split(" ")) {
            writeTool(tool, calling(installed(tool).orElseThrow()));
        }
        Optional<Path> flock = installed(FLOCK);
        if (flock.isPresent()) {
            writeTool(FLOCK, calling(flock.get()));
        }
    }

    /** A program of the system, as the launcher finds it. */
    void writeTool(String tool, String line) throws IOException {
        writeScript(tools.resolve(tool), line);
    }

    private static String calling(Path program) {
        return "exec " + program + " \"$@\"";
    }

    private static Optional<Path> installed(String tool) {
        return List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool)).stream()
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Two Mavens at once in one tree would spoil each other's work: this one notices. */
    private void writeMaven() throws IOException {
        writeScript(
                tools.resolve("mvn"),
                "cd '" + root + "' || exit 9",
                "echo \"$*\" >>maven-calls",
                "mkdir maven-at-work || { echo overlap >>maven-calls; exit 9; }",
                "[ -z \"${MAVEN_FAILS:-}\" ] || { rmdir maven-at-work; echo '[ERROR] A.java:1: no'; exit 1; }",
                "sleep ${MAVEN_SECONDS:-0}",
                "mkdir -p scenarios/ganglion/target/ganglion/lib",
                ": >scenarios/ganglion/target/ganglion/lib/ganglion-program-1.jar",
                "rmdir maven-at-work");
    }

    private static void writeScript(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private void makeEverythingOld() throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, yesterday);
            }
        }
    }
}
