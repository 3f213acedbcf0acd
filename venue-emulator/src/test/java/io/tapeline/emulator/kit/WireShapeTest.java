package io.tapeline.emulator.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.kit.WireShape.Freedom;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The comparison with real messages can fail. */
class WireShapeTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Set<String> differences(WireShape shape, String real, String ours) {
        return shape.differences(JSON.readTree(real.replace('\'', '"')), JSON.readTree(ours.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1}|{'a':'1'}|a number against a string",
                "{'a':1}|{'a':1.5}|an integer against a fraction",
                "{'a':1,'b':2}|{'a':1}|a missing member",
                "{'a':1}|{'a':1,'b':2}|a member too many",
                "{'a':'1.0'}|{'a':'x'}|a text that is no number",
                "{'a':'1.0'}|{'a':''}|an empty text",
                "{'b':[['1.0','2']]}|{'b':[{'p':'1.0'}]}|an object against an array",
                "[[1,'1.0']]|[['1.0',1]]|another order in a row",
                "[[1,'1.0']]|[[1,'1.0','2']]|another number of columns",
                "[{'a':1},[2]]|[{'a':1}]|a column too few in a row of several types",
                "{'b':[['1.0','2']]}|{'b':[]}|nothing to compare",
                "[{'a':1},{'a':1}]|[{'a':1},{'b':1}]|another element than the first",
                "{'m':true}|{'m':null}|a null",
            })
    void itNotices(String real, String ours, String what) {
        assertThat(differences(WireShape.exact(), real, ours)).as(what).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ABSENT|{'a':1}|{}",
                "ABSENT|{}|{'a':1}",
                "NEWER|{}|{'a':1}",
                "NULL|{'a':null}|{'a':1}",
                "EMPTY|{'a':[[1,2]]}|{'a':[]}",
                "TEXT|{'a':'1.0'}|{'a':'-'}",
                "FRACTION|{'a':[1,1]}|{'a':[1,1.5]}",
                "LIST|{'a':['x']}|{'a':['x','y']}",
                "MAP|{'a':{'X':{'p':1}}}|{'a':{'Y':{'p':2}}}",
                "VALUE|{'a':'1'}|{'a':1}",
            })
    void aFreedomIsForItsMembersOnly(Freedom freedom, String real, String ours) {
        assertThat(differences(WireShape.exact().allowing(freedom, "a"), real, ours))
                .isEmpty();
        assertThat(differences(WireShape.exact().allowing(freedom, "b"), real, ours))
                .isNotEmpty();
    }

    @Test
    void whatIsNewerMayNotBeMissingInOurs() {
        assertThat(differences(WireShape.exact().allowing(Freedom.NEWER, "a"), "{'a':1}", "{}"))
                .containsExactly(".a is missing");
    }

    @Test
    void elementsAreComparedWithThoseOfTheirKindAndOneIsNeeded() {
        WireShape shape = WireShape.exact().byKind("f", "t");
        String real = "{'f':[{'t':'A','x':1}]}";
        assertThat(differences(shape, real, "{'f':[{'t':'B','y':1},{'t':'A','x':2}]}"))
                .isEmpty();
        assertThat(differences(shape, real, "{'f':[{'t':'A','y':1}]}")).hasSize(2);
        assertThat(differences(shape, real, "{'f':[{'t':'B','x':1}]}")).containsExactly(".f[] has nothing to compare");
    }

    @Test
    void theOrderOfMembersCountsWhenAskedFor() {
        assertThat(differences(WireShape.exact(), "{'a':1,'b':2}", "{'b':2,'a':1}"))
                .isEmpty();
        assertThat(differences(WireShape.exact().ordered(), "{'a':1,'b':2}", "{'b':2,'a':1}"))
                .hasSize(1);
    }
}
