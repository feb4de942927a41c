"""Verbs and nouns that tell how the clause under them is meant."""

from __future__ import annotations

from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.verbs import forms

# What somebody says may be so: reported.
SAYING = forms(
    "say tell add claim state announce confirm reveal insist argue explain note report write tweet declare admit "
    "acknowledge warn suggest testify recall maintain assert tease disclose joke mention concede contend stress "
    "emphasize emphasise remark indicate believe boast brag complain hint imply post stress swear rule find"
)
# The speaker does the thing by saying it, so that the clause holds.
PERFORMING = forms("announce confirm reveal disclose admit acknowledge show prove note recall")
DENYING = forms("deny reject dismiss dispute refute rebut")
REFUSING = forms(
    "refuse decline fail forget neglect avoid stop prevent cancel abandon scrap drop block "
    "rule_out resist"
)
PLANNING = forms(
    "plan expect hope aim intend want vow pledge promise prepare seek offer propose schedule consider try attempt "
    "threaten request like wish need decide mull predict forecast anticipate look bid set contemplate ponder tip tout "
    "eye"
)
# What somebody is asked to do is not done yet.
URGING = forms("call urge press push ask demand order tell pressure beg encourage invite persuade force want require")
GUESSING = forms("seem appear think suspect doubt wonder guess fear imagine assume speculate rumour rumor suppose")
ACCUSING = forms("accuse suspect allege")
# "plans to buy", "a bid for", "talks to merge".
PLANS = lexemes(
    "plan plans bid bids offer proposal proposals talks attempt attempts threat threats intention intentions hope "
    "hopes effort efforts ability chance chances failure refusal pledge promise desire wish prospect aim right option "
    "bidder suitor opportunity need decision call calls request requests demand demands pressure likelihood"
)
MODALS_OF_FUTURE = lexemes("will shall 'll wo")
MODALS_OF_DOUBT = lexemes("would could should may might can must ought 'd ca")
NOT = lexemes("not n't never no neither nor without nobody none hardly barely")
UNDONE = lexemes("without instead rather")  # before a participle: "without resigning"
IF = lexemes("if unless whether lest")
DOUBTED = lexemes(
    "alleged would-be suspected possible potential prospective proposed planned presumptive reported rumored rumoured "
    "unlikely likely hypothetical so-called supposed failed attempted aborted abandoned hoped-for expected future "
    "looming mooted threatened"
)
