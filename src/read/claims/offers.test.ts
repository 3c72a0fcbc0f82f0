import { describe, expect, it } from "vitest";
import { isOffer } from "./offers.ts";

describe("an offer to the reader", () => {
  it.each([
    "This winter, protect your porch: the camera kit is half price at our partner's shop.",
    "Instale hoy su alarma con un 40% de descuento y duerma tranquilo.",
    "在线选购摄像头，今日下单立减两百元，全国包邮。",
    "Browse in peace with Burrow Plus, three months free for readers of this page!",
    "Advertisement: learn a language in thirty days with the app that teachers love.",
    "Commandez avant lundi : 20 % de remise sur nos caméras.",
    "Order the new Glimmer Two at the Glimmer store today.",
  ])("is told: %s", sentence => expect(isOffer(sentence)).toBe(true));

  it.each([
    "The vendor gave the ministry a discount of 40%.",
    "El Gobierno compró las cámaras con un 40% de descuento.",
    "该市以折扣价购买了摄像头。",
    'The brochure says: "Buy now, 20% off your first camera."',
    "Your taxes paid for these cameras.",
    "Order in the capital was restored today.",
    "Tickets can be had at the clubhouse at half price.",
  ])("is not what a sentence of news tells: %s", sentence => expect(isOffer(sentence)).toBe(false));

  it("may be told to the reader in the sentence beside it, in the words of shops alone", () => {
    const offer = "Mowers from Meadow, now 30% cheaper until Sunday.";
    expect(isOffer(offer)).toBe(false);
    expect(isOffer(offer, `Love your garden again! ${offer}`)).toBe(true);
    expect(isOffer("The ministry got 40% off.", "Your taxes paid. The ministry got 40% off.")).toBe(false);
  });
});
