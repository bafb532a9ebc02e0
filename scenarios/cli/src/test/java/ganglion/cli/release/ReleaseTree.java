package ganglion.cli.release;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A small repository with the real scripts for releases, and a Maven that only writes an archive. */
final class ReleaseTree {

    private static final List<String> SCRIPTS = List.of("cut", "version", "place");

    private final Path root;
    private final Path tools;
    private final Path temporary;

    /** What a command gave; its errors are among the lines. */
    record Said(int code, List<String> lines) {

        boolean has(String part) {
            return lines.stream().anyMatch(line -> line.contains(part));
        }
    }

    ReleaseTree(Path folder) throws IOException, InterruptedException {
        root = folder.resolve("a project");
        tools = folder.resolve("tools");
        temporary = Files.createDirectory(folder.resolve("temporary"));
        for (String script : SCRIPTS) {
            write(
                    "packaging/release/" + script,
                    Files.readString(ProjectRoot.find().resolve("packaging/release/" + script)));
            makeExecutable(root.resolve("packaging/release/" + script));
        }
        write(".gitignore", "target/\n");
        write("packaging/bom/pom.xml", pom("", "ganglion-bom", "  <url>https://example.org/owner/ganglion</url>\n"));
        write("pom.xml", pom(parent("ganglion-bom"), "ganglion-parent", """
                  <properties>
                    <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
                  </properties>
                """));
        write("kernel/pom.xml", pom(parent("ganglion-parent"), "ganglion-kernel", ""));
        write(
                "docs/page.md",
                "`org.example:ganglion-kernel:0.1.0-SNAPSHOT`, ganglion-0.1.0-SNAPSHOT.zip, other 0.1.0\n");
        write("python/pyproject.toml", "[project]\nversion = \"0.1.0.dev0\"\nother = \"0.1.0.dev0\"\n");
        write("CITATION.cff", "cff-version: 1.2.0\nversion: 0.1.0\ndate-released: 2026-01-01\n");
        write("CHANGELOG.md", changes("### Breaking\n\n- One.\n\n### Sound\n\n- Two.\n"));
        write(
                "docs/examples/ci/some.yml",
                "GANGLION_VERSION: 0.1.0\nGANGLION_RELEASE: https://example.org/download/v0.1.0\n");
        write("packaging/site/build", "#!/bin/sh\nmkdir -p target\necho site >target/ganglion-site.zip\n");
        makeExecutable(root.resolve("packaging/site/build"));
        Files.createDirectories(tools);
        writeTool("mkdocs", "exit 1");
        writeTool(
                "python3",
                "[ \"$1\" != -c ] || exit 0\nwhile [ \"$1\" != -w ]; do shift; done\n: >\"$2/ganglion-0.2.0-py3-none-any.whl\"");
        writeMaven(
                "mkdir -p scenarios/cli/target && packaging/release/version >\"scenarios/cli/target/ganglion-$(packaging/release/version).zip\"");
        git("init", "--quiet", "--initial-branch=main");
        commitAll("Begin");
    }

    static String changes(String section) {
        return "# Changelog\n\n## [Unreleased]\n\n" + section + "\n## [0.0.9] - 2026-01-01\n\n### Sound\n\n- Old.\n";
    }

    /** Runs a script with its arguments. */
    Said run(String... line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(line));
        command.set(0, root.resolve("packaging/release/" + line[0]).toString());
        return said(command);
    }

    Said git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return said(command);
    }

    void commitAll(String subject) throws IOException, InterruptedException {
        git("add", "--all");
        Said said = git("commit", "--quiet", "-m", subject);
        if (said.code() != 0) {
            throw new IllegalStateException(said.toString());
        }
    }

    /** What a release may change: the branch, tags, checkouts, and what lies in the tree and among temporary files. */
    Map<String, List<String>> state() throws IOException, InterruptedException {
        return Map.of(
                "references", git("show-ref").lines(),
                "checkouts", git("worktree", "list").lines(),
                "temporary files", List.of(temporary.toFile().list()),
                "files", git("status", "--porcelain", "--ignored").lines());
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** Lets Maven do something else. */
    void writeMaven(String body) throws IOException {
        writeTool("mvn", body);
    }

    private void writeTool(String name, String body) throws IOException {
        Files.writeString(tools.resolve(name), "#!/bin/sh\n" + body + "\n");
        makeExecutable(tools.resolve(name));
    }

    private Said said(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.merge("PATH", tools.toString(), (path, own) -> own + ":" + path);
        environment.put("TMPDIR", temporary.toString());
        // Whatever the user has set.
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        for (String person : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + person + "_NAME", "Someone");
            environment.put("GIT_" + person + "_EMAIL", "someone@example.org");
        }
        environment.keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor(1, TimeUnit.MINUTES);
        return new Said(process.exitValue(), lines);
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String pom(String parent, String artifact, String more) {
        String version = "  <version>0.1.0-SNAPSHOT</version>\n";
        String own = parent.isEmpty() ? "  <groupId>org.example</groupId>\n" : parent;
        return "<project>\n" + own + "  <artifactId>" + artifact + "</artifactId>\n" + (parent.isEmpty() ? version : "")
                + more + "</project>\n";
    }

    private static String parent(String artifact) {
        return """
                  <parent>
                    <groupId>org.example</groupId>
                    <artifactId>%s</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                  </parent>
                """.formatted(artifact);
    }
}
