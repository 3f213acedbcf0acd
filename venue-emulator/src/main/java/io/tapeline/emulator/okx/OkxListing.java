package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import java.util.stream.Stream;

/** Rows of the listing of instruments. */
record OkxListing(OkxVenue venue) {
    private static final long LISTED = 1_573_557_408_000L;

    Stream<String> rows(String type) {
        return venue.contracts().stream()
                .filter(listed -> venue.terms(listed.symbol()).type().equals(type))
                .map(this::row);
    }

    private String row(ListedContract listed) {
        OkxTerms terms = venue.terms(listed.symbol());
        Contract contract = listed.contract();
        boolean spot = terms.spot();
        String base = contract.spec().base();
        String lot = contract.spec().size().step().toPlainString();
        return Json.object()
                .text("alias", "")
                .text("auctionEndTime", "")
                .text("baseCcy", spot ? base : "")
                .text("category", "1")
                .text("contTdSwTime", "")
                .text("ctMult", spot ? "" : "1")
                .text("ctType", spot ? "" : contract.inverse() ? "inverse" : "linear")
                .text("ctVal", spot ? "" : terms.contractValue().toPlainString())
                .text("ctValCcy", spot ? "" : contract.inverse() ? "USD" : base)
                .text("expTime", terms.expires() == 0 ? "" : OkxFrames.time(terms.expires()))
                .flag("futureSettlement", false)
                .text("groupId", spot ? "1" : "4")
                .text("instCategory", "1")
                .text("instFamily", terms.family())
                .text("instId", listed.symbol())
                .number("instIdCode", Math.floorMod(listed.symbol().hashCode(), 100_000))
                .text("instType", terms.type())
                .text("lever", spot ? "10" : "100")
                .text("listTime", OkxFrames.time(LISTED))
                .text("lotSz", lot)
                .text("maxIcebergSz", "100000000.0000000000000000")
                .text("maxLmtAmt", "20000000")
                .text("maxLmtSz", "100000000")
                .text("maxMktAmt", spot ? "1000000" : "")
                .text("maxMktSz", "30000")
                .text("maxPlatOILmt", "")
                .text("maxStopSz", "30000")
                .text("maxTriggerSz", "100000000.0000000000000000")
                .text("maxTwapSz", "100000000.0000000000000000")
                .text("minSz", lot)
                .text("openType", "")
                .text("optType", "")
                .text("posLmtAmt", "")
                .text("posLmtPct", "")
                .text("preMktSwTime", "")
                .text("quoteCcy", spot ? contract.spec().quote() : "")
                .text("ruleType", terms.rules())
                .text("settleCcy", spot ? "" : contract.settle())
                .text("state", "live")
                .text("stk", "")
                .text("tickSz", contract.spec().price().step().toPlainString())
                .raw("tradeQuoteCcyList", spot ? "[\"" + contract.spec().quote() + "\"]" : "[]")
                .text("uly", spot ? "" : terms.index())
                .raw("upcChg", "[]")
                .end();
    }
}
