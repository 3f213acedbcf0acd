package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.EventCodec.Member;
import io.tapeline.model.json.ValueType;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** Holds the AsyncAPI document to the event records: every kind and member, nothing else. */
class AsyncApiTest {
    private static final Map<String, Object> DOCUMENT = document();

    @Test
    void itHasAChannelAMessageAndASchemaForEachKindAndNoOthers() {
        List<String> kinds = Stream.of(Kind.values()).map(Kind::wireName).toList();
        assertThat(at("channels").keySet()).containsExactlyElementsOf(kinds);
        assertThat(at("components.messages").keySet()).containsExactlyElementsOf(kinds);
        assertThat(at("components.schemas").keySet())
                .containsAll(kinds)
                .hasSize(kinds.size() + 2)
                .contains("header", "level");
        assertThat(at("operations").keySet())
                .containsExactlyElementsOf(
                        kinds.stream().map(kind -> "publish_" + kind).toList());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void itsMembersAreThoseOfTheRecord(Kind kind) {
        Map<String, Object> schema = schema(kind);
        Map<String, Object> properties = map(schema.get("properties"));
        List<Member> members = EventCodec.members(kind);
        assertThat(properties.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("kind"), members.stream().map(Member::name))
                                .toList());
        assertThat(map(properties.get("kind"))).containsEntry("const", kind.wireName());
        assertThat((List<?>) schema.get("required"))
                .as("members that are always written")
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(properties.keySet().stream()
                        .filter(name -> !name.equals("n"))
                        .toList());
        members.forEach(member -> check(member, map(properties.get(member.name()))));
    }

    private static void check(Member member, Map<String, Object> property) {
        boolean nullable = !member.required() && !member.name().equals("n");
        String type = member.type().jsonType();
        assertThat(property.get("type")).as(member.name()).isEqualTo(nullable ? List.of(type, "null") : type);
        assertThat((String) property.get("description")).as(member.name()).hasSizeGreaterThan(5);
        List<String> constants = new ArrayList<>(member.constants());
        if (nullable && !constants.isEmpty()) {
            constants.add(null);
        }
        assertThat(property.get("enum")).as(member.name()).isEqualTo(constants.isEmpty() ? null : constants);
        assertThat(property.get("format")).as(member.name()).isEqualTo(format(member.type()));
        assertThat(property.containsKey("items"))
                .as(member.name())
                .isEqualTo(member.type() == ValueType.LEVELS || member.type() == ValueType.TEXTS);
    }

    private static String format(ValueType type) {
        return switch (type) {
            case TIME -> "date-time";
            case INTEGER -> "int64";
            default -> null;
        };
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChannelsAddressIsTheRoutingKeyAndItsMessageTheArrayOfItsEvents(Kind kind) {
        Map<String, Object> channel = map(at("channels").get(kind.wireName()));
        String last = kind == Kind.OPTION_SUMMARY ? "underlying" : "symbol";
        assertThat(channel).containsEntry("address", kind.wireName() + ".{exchange}.{market}.{" + last + "}");
        MarketEvent sample = EventSamples.all().get(kind.ordinal());
        assertThat(LaneKey.of(sample).routingKey().split("\\.")).hasSize(4).startsWith(kind.wireName());
        Map<String, Object> payload = map(
                resolve(map(map(channel.get("messages")).get(kind.wireName()))).get("payload"));
        assertThat(payload).containsEntry("type", "array");
        assertThat(map(payload.get("items"))).containsEntry("$ref", "#/components/schemas/" + kind.wireName());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void mandatoryIsSaidAsItIsPublished(Kind kind) {
        Map<String, Object> operation = map(at("operations").get("publish_" + kind.wireName()));
        assertThat(map(map(operation.get("bindings")).get("amqp")))
                .containsEntry(
                        "mandatory",
                        LaneKey.of(EventSamples.all().get(kind.ordinal())).mandatory());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(DOCUMENT)).hasSizeGreaterThan(100).allSatisfy(reference -> assertThat(find(reference))
                .as(reference)
                .isNotNull());
    }

    private static Map<String, Object> schema(Kind kind) {
        Map<String, Object> merged = new LinkedHashMap<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Object part :
                (List<?>) map(at("components.schemas").get(kind.wireName())).get("allOf")) {
            Map<String, Object> schema = resolve(map(part));
            properties.putAll(map(schema.get("properties")));
            required.addAll((List<?>) schema.get("required"));
        }
        merged.put("properties", properties);
        merged.put("required", required);
        return merged;
    }

    private static List<String> references(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> entry.getKey().equals("$ref")
                                ? Stream.of((String) entry.getValue())
                                : references(entry.getValue()).stream())
                        .toList();
            case List<?> list ->
                list.stream().flatMap(item -> references(item).stream()).toList();
            case null, default -> List.of();
        };
    }

    private static Map<String, Object> resolve(Map<String, Object> node) {
        return node.get("$ref") instanceof String reference ? find(reference) : node;
    }

    private static Map<String, Object> find(String reference) {
        return at(reference.substring("#/".length()).replace('/', '.'));
    }

    private static Map<String, Object> at(String path) {
        return Arrays.stream(path.split("\\."))
                .reduce(DOCUMENT, (node, name) -> map(node.get(name)), (first, second) -> second);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> document() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        try (InputStream in = Files.newInputStream(at.resolve("docs/asyncapi.yaml"))) {
            return new Yaml().load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
