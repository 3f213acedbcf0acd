package io.tapeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml promises, read from the file: no engine is needed. */
class ComposeFileTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:[-?])?([^}]*)}");
    private static final Set<String> OFFICIAL = Set.of("rabbitmq", "timescaledb", "rabbitmq-demo", "timescaledb-demo");

    private final Path root = repository();
    private final String text = read("docker-compose.yml");
    private final Map<String, Object> file = new Yaml(options()).load(text);
    private final Map<String, Map<String, Object>> services = map(file.get("services"));

    /** Services share much by reference, more often than the parser takes for harmless. */
    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(500);
        return options;
    }

    @Test
    void everyPortIsPublishedOnLoopbackOnly() {
        forEachService((name, service) -> assertThat(list(service.get("ports")))
                .as(name)
                .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:")));
    }

    @Test
    void everyServiceIsCheckedRestartedBoundedAndStoppedWithPatience() {
        forEachService((name, service) -> {
            assertThat(service).as(name).containsKeys("healthcheck", "mem_limit", "stop_grace_period");
            assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
            assertThat(map(map(service.get("logging")).get("options"))).as(name).containsKeys("max-size", "max-file");
        });
    }

    @Test
    void tapelinesOwnServicesRunAsNobodyInParticularAndWriteOnlyToTheirVolume() {
        forEachService((name, service) -> {
            if (!OFFICIAL.contains(name)) {
                assertThat(service.get("user")).as(name).isEqualTo("10001:10001");
                assertThat(service.get("read_only")).as(name).isEqualTo(true);
                assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
                assertThat(list(service.get("volumes"))).as(name).allSatisfy(volume -> assertThat((String) volume)
                        .matches(".*(:/data|:ro)"));
            }
        });
        assertThat(read("deploy/Dockerfile")).contains("USER 10001:10001");
    }

    @Test
    void everyPasswordComesFromTheEnvironmentAndIsAskedForInOneLine() {
        forEachService((name, service) -> map(service.get("environment")).forEach((variable, value) -> {
            // What has no value is handed on as it is set outside.
            if (variable.contains("PASS") && value != null) {
                assertThat((String) value)
                        .as(name + " " + variable)
                        .matches("\\$\\{[A-Z_]+:\\?copy \\.env\\.example.*}");
            }
        }));
    }

    @Test
    void theExampleNamesEveryVariableWithItsDefaultAndNoPassword() {
        Map<String, String> example = read(".env.example")
                .lines()
                .filter(line -> line.matches("#?[A-Z0-9_]+=.*"))
                .map(line -> line.replaceFirst("^#", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Set<String> used = new TreeSet<>(Set.of("COMPOSE_PROFILES"));
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            used.add(variable.group(1));
            String expected = ":-".equals(variable.group(2)) ? variable.group(3) : "";
            assertThat(example).containsEntry(variable.group(1), expected);
        }
        // Without a value in the file a variable is handed on as it is.
        forEachService((name, service) -> map(service.get("environment")).forEach((handedOn, value) -> {
            if (value == null) {
                used.add(handedOn);
            }
        }));
        assertThat(example).containsOnlyKeys(used);
    }

    @Test
    void strategiesFindTheQueryApiAsMarketDataService() {
        assertThat(aliases("query-api", "live")).contains("market-data-service");
        assertThat(aliases("query-api-demo", "demo")).contains("market-data-service");
    }

    @Test
    void theQueryApiReadsTheArchiveWhereItsWriterPutsIt() {
        for (String suffix : List.of("", "-demo")) {
            Map<String, Object> reader = services.get("query-api" + suffix);
            Map<String, Object> writer = services.get("storage-writer" + suffix);
            assertThat(list(writer.get("volumes"))).contains("storage-writer" + suffix + ":/data");
            assertThat(list(reader.get("volumes"))).contains("storage-writer" + suffix + ":/archive:ro");
            assertThat(map(reader.get("environment"))).containsEntry("TAPELINE_ARCHIVE_DIRECTORY", "/archive/archive");
            map(writer.get("environment")).forEach((variable, value) -> {
                if (variable.startsWith("TAPELINE_ARCHIVE") || variable.startsWith("AWS")) {
                    assertThat(map(reader.get("environment"))).containsEntry(variable, value);
                }
            });
        }
    }

    @Test
    void demoAndLiveShareNoServiceNoNetworkAndNoVolume() {
        Set<String> live = holdings("live");
        Set<String> demo = holdings("demo");
        assertThat(live).isNotEmpty().doesNotContainAnyElementsOf(demo);
        forEachService((name, service) ->
                assertThat(list(service.get("profiles"))).as(name).hasSize(1).isSubsetOf("live", "demo"));
    }

    @Test
    void collectorsOfTheDemoReachTheEmulatorAlone() {
        forEachService((name, service) -> {
            if (name.startsWith("collector") && name.endsWith("-demo")) {
                Map<String, Object> environment = map(service.get("environment"));
                assertThat(environment)
                        .as(name)
                        .containsEntry("SPRING_PROFILES_ACTIVE", "emulated")
                        .containsEntry("TAPELINE_EMULATOR_REST", "http://venue-emulator:8090")
                        .containsEntry("TAPELINE_EMULATOR_WS", "ws://venue-emulator:8090");
            }
        });
    }

    @Test
    void onlyTheWriterKnowsMoreThanTheReadersPassword() {
        forEachService((name, service) -> {
            Set<String> known = map(service.get("environment")).keySet();
            if (name.startsWith("query-api")) {
                assertThat(known).contains("TAPELINE_READER_PASSWORD");
            }
            if (!OFFICIAL.contains(name) && !name.startsWith("storage-writer")) {
                assertThat(known).doesNotContain("TAPELINE_WRITER_PASSWORD", "TAPELINE_DB_OWNER_PASSWORD");
            }
        });
    }

    @Test
    void aServiceThatListensOnAllInterfacesSaysThatAnybodyMayAsk() {
        forEachService((name, service) -> {
            Map<String, Object> environment = map(service.get("environment"));
            if (environment.containsValue("0.0.0.0")) {
                assertThat(environment).as(name).containsEntry("TAPELINE_ALLOW_UNAUTHENTICATED", "true");
            }
        });
    }

    @Test
    void theImageStartsEveryServiceByItsName() {
        String entry = read("deploy/bin/service");
        forEachService((name, service) -> {
            if (!OFFICIAL.contains(name)) {
                String argument = (String) list(service.get("command")).getFirst();
                Matcher main = Pattern.compile(Pattern.quote(argument) + "\\) main=(\\S+) ;;")
                        .matcher(entry);
                assertThat(main.find()).as(argument).isTrue();
                assertThatCode(() -> Class.forName(main.group(1)).getMethod("main", String[].class))
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void theImageIsBuiltWithThePomOfEveryModule() {
        String dockerfile = read("deploy/Dockerfile");
        Pattern.compile("<module>(.*)</module>")
                .matcher(read("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .forEach(module -> assertThat(dockerfile).contains("COPY %1$s/pom.xml %1$s/".formatted(module)));
    }

    private Set<String> holdings(String profile) {
        Set<String> all = new HashSet<>();
        forEachService((name, service) -> {
            if (list(service.get("profiles")).contains(profile)) {
                all.add("service " + name);
                Object networks = service.get("networks");
                (networks instanceof List<?> names ? names.stream() : map(networks).keySet().stream())
                        .forEach(network -> all.add("network " + network));
                list(service.get("volumes")).forEach(volume -> all.add("volume " + ((String) volume).split(":")[0]));
            }
        });
        return all;
    }

    private List<Object> aliases(String service, String network) {
        Map<String, Object> networks = map(services.get(service).get("networks"));
        return list(map(networks.get(network)).get("aliases"));
    }

    private void forEachService(BiConsumer<String, Map<String, Object>> check) {
        assertThat(services).hasSizeGreaterThan(4);
        services.forEach(check);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Object value) {
        return value == null ? Map.of() : (Map<String, T>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    private String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }
}
