"""Injuries and operations, told by what was done to which part of the body.

Shape     "fractured wrist", "cut to the scalp", "knee op", "kidney transplant".
Source    parts of the body and what befalls them, compiled, 2026-11-27.
"""

from __future__ import annotations

_PART = (
    r"(?:ankle|arm|cheekbone|chin|clavicle|collar ?bone|coccyx|ear|elbow|eye|eye socket|eyelid|face"
    r"|femur|fibula|finger|foot|feet|forearm|forehead|hand|head|heel|hip|humerus|jaw|knee|kneecap"
    r"|leg|lip|lower back|neck|neck of femur|nose|patella|pelvis|radius|ribs?|scalp|scaphoid|shin"
    r"|shoulder|skull|spine|thigh|thumb|tibia|toe|ulna|vertebrae?|wrist|metatarsal|tooth|teeth)s?"
)
_SIDE = r"(?:(?:his|her|my|the|left|right|both|lower|upper|top of|back of|L|R|l|r) )"
_SINEW = (
    r"(?:ligaments?|meniscus|cartilage|achilles|cruciate|rotator cuff|hamstring|tendons?|ACL|muscle"
    r"|spleen|eardrum)"
)
INJURY = (
    rf"\b(?:broken|broke|fractured|dislocated|sprained|twisted|shattered|crushed|amputated|burnt"
    rf"|scalded|swollen|badly bruised|fractured neck of) {_SIDE}{{0,3}}{_PART}\b"
    rf"|\b(?:torn|ruptured|snapped|strained|pulled) {_SIDE}{{0,3}}{_SINEW}\b"
    rf"|\b(?:cut|cuts|gash|laceration|burns?|scalds?|wound|skin tear|fracture|injur(?:y|ies)|sprain"
    rf"|haematoma|stitches|staples|ulcers?|sores?) (?:to|of|in|on) {_SIDE}{{0,3}}{_PART}\b"
    rf"|\b(?:head|neck|back|knee|leg|eye|spinal|brain|hand|foot|shoulder|crush|birth|needlestick)"
    r" injur(?:y|ies)\b"
    r"|\b(?:grade|category|cat|stage) [1-4] (?:pressure |leg |moisture |sacral )?"
    r"(?:sores?|ulcers?|pressure (?:damage|injury))\b"
)
"""Without bruises, which tell of a child's safety as often."""

OPERATION = (
    r"\b(?:knee|hip|eye|heart|back|foot|hand|shoulder|wrist|ankle|spinal|bowel|bladder|prostate"
    r"|cataracts?|hernia|gall ?bladder|kidney|liver|lung|brain|breast|tonsil|thyroid|vascular|valve"
    r"|stoma|cornea|bone marrow|stem cell) (?:op|ops|operation|replacements?|transplant|bypass"
    r"|biopsy|removal|repair|surgery)\b"
    r"|\b(?:hysterectomy|vasectomy|appendectomy|appendicectomy|tonsillectomy|mastectomy|lumpectomy"
    r"|colonoscopy|endoscopy|laparoscopy|angioplasty|angiogram|caesarean|c-section|colectomy"
    r"|cystoscopy|gastric (?:band|bypass|sleeve)|keyhole surgery|skin graft|bone graft)\b"
)
